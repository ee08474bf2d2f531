"""Whether figures say what their words say."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.check.noticed import noticed, said
from briefwright.check.written import plain, power_of_ten, written_number
from briefwright.model import Article, Facts, Finding


def figure_values(article: Article, facts: Facts) -> Iterator[Finding]:
    """`figure-value`: the one number in a figure's words, scaled by a number word, is its value.

    Words with several numbers, or none, are left alone: "21 of the 25 members", "half a million".
    """
    for figure in facts.figures:
        number = written_number(figure.quote)
        if figure.rejected or figure.upper is not None or number is None:
            continue
        if power_of_ten(number, figure.value) is None:
            message = f"{said(figure.quote)} is said to be {plain(figure.value)}"
            working = [
                f"{plain(number)} times no thousand, million and so on is {plain(figure.value)}"
            ]
            yield noticed("figure-value", article, message, [figure], working=working)
