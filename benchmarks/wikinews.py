"""All Wikinews articles of the corpora through `add` and `extract`: nothing falls, all is exact.

The articles (vanatteveldt/wikinews, CC BY 2.5) are not part of the repository; name the folder of
the corpora. Time is processor time, as a ratio to that of spaCy alone on the same texts.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefwright.errors import BriefwrightError
from briefwright.extract import extract
from briefwright.extract.pipeline import load
from briefwright.ingest.add import Adder
from briefwright.ingest.options import IngestOptions
from briefwright.model import KINDS, Article, Facts, quotes_of
from briefwright.store.workspace import Workspace


@dataclass
class Run:
    """What is counted over all articles."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def timed(self, step: str, action: Callable[[], Any]) -> Any:
        """What `action` gives; its processor time counts for `step`."""
        start = time.process_time()
        try:
            return action()
        finally:
            self.seconds[step] += time.process_time() - start  # type: ignore[assignment]


def rows(corpora: Path) -> Iterator[dict[str, str]]:
    """The articles: url, date, title, text."""
    csv.field_size_limit(10_000_000)
    for path in sorted((corpora / "wikinews").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def wrong_spans(article: Article, facts: Facts) -> list[str]:
    """Every quote that is not the text at its place, and every mention outside the text."""
    wrong = []
    for kind in KINDS:
        for fact in getattr(facts, kind):
            for _, quote in quotes_of(fact):
                if quote.at.of(article.text) != quote.quote:
                    wrong.append(f"{article.id}: {kind} {fact.id} {quote.quote[:40]!r}")
    wrong += [
        f"{article.id}: entity {entity.id} at {span.start}"
        for entity in facts.entities
        for span in entity.mentions
        if span.end > len(article.text)
    ]
    return wrong


def one(row: dict[str, str], adder: Adder, nlp: Callable[[str], Any], run: Run) -> None:
    """One article through all steps."""
    run.counts["articles"] += 1
    options = IngestOptions(
        stated={
            "title": row["title"],
            "published": row["date"],
            "url": row["url"].replace("//wiki", "/wiki"),
        }
    )
    workspace = adder.workspace
    try:
        result = run.timed("add", lambda: adder.add(row["text"].encode(), "article.txt", options))
        run.counts[result.status] += 1
        article = workspace.article(result.article.id)
        facts = run.timed("extract", lambda: extract(article, workspace.settings.extract))
        workspace.save_facts(article, facts)
        again = workspace.facts(article.id)
    except BriefwrightError as error:
        run.counts["refused"] += 1
        run.problems.append(f"{row['title']}: {error.summary()}")
        return
    run.timed("spaCy", lambda: nlp(article.text))
    run.counts["words"] += len(article.text.split())
    for kind in KINDS:
        run.counts[kind] += len(getattr(facts, kind))
    run.problems += wrong_spans(article, facts)
    if again != facts:
        run.problems.append(f"{article.id}: facts.yml does not give back what was extracted")


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 1 when an article is refused or a span is not the text."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, default=os.environ.get("BRIEFWRIGHT_CORPORA"))
    options = parser.parse_args(arguments)
    if options.corpora is None or not (options.corpora / "wikinews").is_dir():
        print("wikinews not found: name the corpora's folder with --corpora")
        return 2
    run = Run()
    nlp = load()
    extract(Article.from_text("Warm up, she said on Monday.", published="2025-01-28"))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "briefwright.yml").write_text("schema: 1\n")
        adder = Adder(Workspace.find(Path(folder)))
        for row in rows(options.corpora):
            one(row, adder, nlp, run)
    for name, count in run.counts.items():
        print(f"{name:16} {count:9,}")
    words = run.counts["words"]
    for step, seconds in run.seconds.items():
        print(f"{step:16} {seconds:9.1f} s {words / seconds:9,.0f} words a second")
    print(f"{'extract to spaCy':16} {run.seconds['extract'] / run.seconds['spaCy']:9.2f}")
    print(f"{'problems':16} {len(run.problems):9,}")
    print(*run.problems[:20], sep="\n")
    return int(bool(run.problems))


if __name__ == "__main__":
    sys.exit(main())
