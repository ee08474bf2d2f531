"""The engine's time as a ratio to spaCy's own pipeline on the same texts, measured in one run.

Machines are noisy, so the two are timed in turn and each text counts with the median of its rounds.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.goldens import GOLDENS
from briefwright import Article, extract
from briefwright.extract.pipeline import load

ROOT = Path(__file__).resolve().parents[1]


def texts() -> dict[str, str]:
    """The golden articles and the workspace's own, by name."""
    paths = [*GOLDENS.glob("*/article.*"), *(ROOT / "articles").glob("*/article.txt")]
    return {path.parent.name: path.read_text("utf-8") for path in sorted(paths)}


def seconds(run: Callable[[Any], object], argument: object) -> float:
    """Processor time of one call; other processes' work does not count."""
    start = time.process_time()
    run(argument)
    return time.process_time() - start


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 1 when the ratio is over the limit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7, help="rounds for each text (default: 7)")
    parser.add_argument("--limit", type=float, default=1.5, help="highest ratio (default: 1.5)")
    options = parser.parse_args(arguments)
    nlp = load()
    warm = Article.from_text("Warm up, she said on Monday.", published="2025-01-28")
    extract(warm)

    total_engine = total_spacy = 0.0
    words = 0
    print(f"{'article':28} {'words':>6} {'spaCy ms':>9} {'engine ms':>10} {'ratio':>6}")
    for name, text in texts().items():
        article = Article.from_text(text, published="2025-01-28", id="speed")
        spacy_times, engine_times = [], []
        for _ in range(options.rounds):
            spacy_times.append(seconds(nlp, text))
            engine_times.append(seconds(extract, article))
        spacy_time = statistics.median(spacy_times)
        engine_time = statistics.median(engine_times)
        total_spacy, total_engine = total_spacy + spacy_time, total_engine + engine_time
        count = len(text.split())
        words += count
        print(
            f"{name:28} {count:6} {spacy_time * 1000:9.1f} {engine_time * 1000:10.1f} "
            f"{engine_time / spacy_time:6.2f}"
        )
    ratio = total_engine / total_spacy
    print(
        f"{'all':28} {words:6} {total_spacy * 1000:9.1f} {total_engine * 1000:10.1f} {ratio:6.2f}"
    )
    print(
        f"engine: {words / total_engine:,.0f} words a second; limit of the ratio: {options.limit}"
    )
    return int(ratio > options.limit)


if __name__ == "__main__":
    sys.exit(main())
