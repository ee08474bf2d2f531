"""HTML: the text that `ingest` finds in real pages, by the benchmark's own metric.

The pages and the metric are those of Zyte's (Scrapinghub's) article-extraction-benchmark,
`evaluate.py`: the 4-grams of each page's word tokens, precision and recall of each page, averaged
over the pages, and F1 of the two averages. Plain trafilatura runs beside it on the same pages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trafilatura import extract

from briefwright.errors import IngestError
from briefwright.ingest.html import read_html
from briefwright.ingest.options import IngestOptions
from briefwright.model import Article

FOLDER = "html"
_TOKEN = re.compile(r"\w+")
_NGRAM = 4
# Rules were written while looking at the pages of half 0 only.
_HALVES = 2


@dataclass(frozen=True, slots=True)
class Page:
    """One page with its true article text."""

    name: str
    url: str
    raw: bytes
    truth: str

    @property
    def half(self) -> int:
        """0 or 1, by the parity of the name, which is a hash."""
        return int(self.name[:8], 16) % _HALVES


@dataclass(frozen=True, slots=True)
class Shares:
    """True, false and missed 4-grams of a page as shares of all of them."""

    right: float
    false: float
    missed: float


@dataclass(frozen=True, slots=True)
class Result:
    """What one reader made of one page; `article` is None when it is no reader of ours."""

    page: Page
    text: str
    seconds: float
    crash: str = ""
    article: Article | None = None


def pages(folder: Path) -> Iterator[Page]:
    """The pages in `folder`, in the order of ground-truth.json."""
    truths: dict[str, Any] = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    for name, truth in truths.items():
        raw = gzip.decompress((folder / "pages" / f"{name}.html.gz").read_bytes())
        yield Page(name, truth.get("url", ""), raw, truth.get("articleBody", ""))


def shares(truth: str, found: str) -> Shares:
    """The comparison of two texts (`string_shingle_matching` of the benchmark)."""
    true, predicted = _ngrams(truth), _ngrams(found)
    counts = [(true & predicted).total(), (predicted - true).total(), (true - predicted).total()]
    total = sum(counts)
    return Shares(*(count / total if total else 0.0 for count in counts))


def _ngrams(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    every = (tuple(tokens[i : i + _NGRAM]) for i in range(max(1, len(tokens) - _NGRAM + 1)))
    return Counter(gram for gram in every if gram)


def scores(compared: Iterable[Shares]) -> tuple[float, float, float]:
    """(F1, precision, recall) of pages (`metrics_from_tp_fp_fns` of the benchmark).

    A page where nothing was found has no precision, and one without an article no recall.
    """
    every = list(compared)
    precision = statistics.mean(s.right / (s.right + s.false) for s in every if s.right + s.false)
    recall = statistics.mean(s.right / (s.right + s.missed) for s in every if s.right + s.missed)
    return 2 * precision * recall / (precision + recall), precision, recall


def read_all(every: Sequence[Page], reader: Callable[[Page], str | Article]) -> list[Result]:
    """What `reader` makes of each page; an exception other than a refusal is a crash."""
    results = []
    for page in every:
        begin = time.perf_counter()
        found: str | Article = ""
        crash = ""
        try:
            found = reader(page)
        except IngestError:
            pass
        except Exception as error:  # noqa: BLE001 - what is counted here is crashes
            crash = f"{type(error).__name__}: {error}"
        seconds = time.perf_counter() - begin
        article = found if isinstance(found, Article) else None
        text = found if isinstance(found, str) else found.text
        results.append(Result(page, text, seconds, crash, article))
    return results


def ours(page: Page) -> Article:
    """The article by `ingest`."""
    return read_html(page.raw, f"{page.name}.html", IngestOptions())


def plain(page: Page) -> str:
    """The text by trafilatura alone, at its best setting for this benchmark."""
    return extract(page.raw, favor_precision=True, include_comments=False) or ""


def report(folder: Path) -> float:
    """Print the tables and return our F1 over all pages."""
    every = list(pages(folder))
    found = {"briefwright": read_all(every, ours), "trafilatura": read_all(every, plain)}
    print(f"{'html':15} {'pages':>6} {'P':>6} {'R':>6} {'F1':>6} {'crashes':>8} {'slowest':>8}")
    best = 0.0
    for name, results in found.items():
        for label, half in (("all", None), ("read", 0), ("held back", 1)):
            some = [r for r in results if half is None or r.page.half == half]
            f1, precision, recall = scores(shares(r.page.truth, r.text) for r in some)
            crashes, slowest = sum(bool(r.crash) for r in some), max(r.seconds for r in some)
            print(
                f"{name if half is None else '  ' + label:15} {len(some):6} {precision:6.3f} "
                f"{recall:6.3f} {f1:6.3f} {crashes:8} {slowest:7.2f}s"
            )
            if name == "briefwright" and half is None:
                best = f1
    for result in found["briefwright"]:
        if result.crash:
            print(f"crash {result.page.name[:10]} {result.page.url}: {result.crash}")
    _print_dates([r.article for r in found["briefwright"] if r.article is not None], len(every))
    return best


def _print_dates(articles: Sequence[Article], total: int) -> None:
    stated = [a.metadata.published for a in articles if a.metadata.published is not None]
    places = Counter(s.where or "" for s in stated)
    print(f"\n{'publication date':40} {'pages':>6}")
    print(f"{'found':40} {len(stated):6} of {total}")
    for place, count in places.most_common():
        print(f"  {place:38} {count:6}")


def list_dates(folder: Path) -> None:
    """Print each page's publication date and where it stands, to be checked by reading."""
    for result in read_all(list(pages(folder)), ours):
        stated = result.article.metadata.published if result.article else None
        value, where = (stated.value, stated.where) if stated else ("-", "-")
        print(f"{result.page.name[:10]}\t{value}\t{where}\t{result.page.url}")


def main(arguments: list[str] | None = None) -> int:
    """`python -m benchmarks.html --corpora PATH [--dates]`."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="the folder with html/ in it")
    parser.add_argument("--dates", action="store_true", help="list the publication dates instead")
    options = parser.parse_args(arguments)
    folder = options.corpora / FOLDER
    if options.dates:
        list_dates(folder)
    else:
        report(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
