"""Parts that are larger than what they are parts of, where the words prove part and whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from briefwright.check.noticed import listed, noticed, said
from briefwright.check.numbers import Number, Sentence, measured, of_numbers
from briefwright.check.tables import either, table
from briefwright.check.written import plain
from briefwright.model import Article, Facts, Finding

_HUNDRED = Decimal(100)
_INCLUDING = re.compile(
    r"‹N(\d+)›(?P<what>(?: [\w’'-]+){1,4}),? (?:including|among them|of whom|of them|of which) "
    r"(?:at least )?(?P<parts>‹N\d+›[^.;()]*)"
)
_PART = re.compile(r"‹N(\d+)› (?:were |was |are )?(\w+)")
_RATIO = re.compile(
    r"(?<!\d)(?<!\d,)(\d[\d,]{0,30}) (?:out )?of (?:the |its |their |his |her |all |all the )?"
    r"(\d[\d,]*+)(?![\d%.,]*\d)",
    re.ASCII,
)
# "12 of the 10 July votes" would be a date, "4 of the 1,000 metres" a race.
_NOT_COUNTED = re.compile(r"\s*(?:January|February|March|April|May|June|July|August|September|"
                          r"October|November|December|%|per ?cent|percent)")  # fmt: skip
_DEFINITE = re.compile(r"of (?:the|its|their|his|her|all)\b")


def parts(article: Article, facts: Facts) -> Iterator[Finding]:
    """`part-over-whole`, `shares-over-100` and `share-over-100`."""
    yield from _ratios(article, facts)
    for sentence in measured(article, facts):
        yield from _including(article, sentence)
        yield from _shares(article, sentence)
        yield from _single_share(article, sentence)


def _ratios(article: Article, facts: Facts) -> Iterator[Finding]:
    """Figures such as "12 of the 10 members"."""
    for figure in facts.figures:
        match = _RATIO.search(figure.quote)
        if match is None or figure.rejected or not _DEFINITE.search(match[0]):
            continue
        part, whole = (Decimal(digits.replace(",", "")) for digits in match.groups())
        after = article.text[figure.at.start + match.end() :]
        if part > whole > 1 and not _NOT_COUNTED.match(after):
            message = f"{said(match[0])}: the part is larger than the whole"
            working = [f"{plain(part)} > {plain(whole)}"]
            yield noticed("part-over-whole", article, message, [figure], working=working)


def _including(article: Article, sentence: Sentence) -> Iterator[Finding]:
    """As in "10 people, including 7 women and 5 children"."""
    for match in _INCLUDING.finditer(sentence.shape):
        whole = sentence.numbers[int(match[1])]
        found = [(sentence.numbers[int(n)], noun) for n, noun in _PART.findall(match["parts"])]
        if not found or whole.approximate:
            continue
        first = [found[0][0]]
        several = [n for n, _ in found] if _apart([noun for _, noun in found]) else first
        for group in (first, several):
            if _least(group) > (whole.value if whole.counted else whole.bounds()[1]):
                yield _over(article, whole, group)
                break


def _least(group: Sequence[Number]) -> Decimal:
    return sum((n.value if n.counted else n.bounds()[0] for n in group), Decimal(0))


def _apart(nouns: Sequence[str]) -> bool:
    return len(set(nouns)) > 1 and any(
        set(nouns) <= set(group) for group in table("parts")["apart"]
    )


def _over(article: Article, whole: Number, group: Sequence[Number]) -> Finding:
    total = sum((n.value for n in group), Decimal(0))
    message = (
        f"{listed([said(n.told) for n in group])} are told as parts of {said(whole.told)}, "
        "and are more"
    )
    step = " + ".join(plain(n.value) for n in group)
    added = f"{step} = {plain(total)}; " if len(group) > 1 else ""
    working = [f"{added}{plain(total)} > {plain(whole.value)}"]
    return of_numbers("part-over-whole", article, message, [whole, *group], working)


@cache
def _opposed() -> list[re.Pattern[str]]:
    pairs: list[Any] = table("parts")["opposed"]
    return [
        re.compile(rf"‹P(\d+)› {one}\b[^‹.;]{{0,60}}‹P(\d+)› {other}\b") for one, other in pairs
    ]


def _shares(article: Article, sentence: Sentence) -> Iterator[Finding]:
    """As in "60 % voted for it and 45 % against"."""
    for pattern in _opposed():
        for match in pattern.finditer(sentence.shape):
            pair = [sentence.numbers[int(n)] for n in match.groups()]
            if any(n.approximate for n in pair) or _least(pair) <= _HUNDRED:
                continue
            first, second = pair
            total = plain(first.value + second.value)
            message = (
                f"{said(first.words)} and {said(second.words)} exclude each other, and add up to "
                f"{total} %"
            )
            working = [f"{plain(first.value)} + {plain(second.value)} = {total}", f"{total} > 100"]
            yield of_numbers("shares-over-100", article, message, pair, working)


@cache
def _share_of() -> re.Pattern[str]:
    return re.compile(
        r"‹P(\d+)› of (?:the |all |all the |its |their )?(?:\w+ )?"
        rf"{either(table('parts')['counted'])}\b"
    )


def _single_share(article: Article, sentence: Sentence) -> Iterator[Finding]:
    """As in "120 % of voters"."""
    for match in _share_of().finditer(sentence.shape):
        share = sentence.numbers[int(match[1])]
        if share.value > _HUNDRED:
            message = f"{said(share.words)} is more than all of them"
            working = [f"{plain(share.value)} > 100"]
            yield of_numbers("share-over-100", article, message, [share], working)


def has_part(sentence: Sentence) -> bool:
    """Whether the check has a part with its whole, or a share, to look at."""
    patterns = [_INCLUDING, _share_of(), *_opposed()]
    return any(pattern.search(sentence.shape) for pattern in patterns)
