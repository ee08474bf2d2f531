"""What all pictures share: letters that fit, and the frame with its text alternative."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.compose.escape import SafeMarkdown, escape

# The narrowest a picture gets: a phone of 390 px less the page's margins.
NARROWEST = 340
# Pixels that a letter of 11 px takes on average, and a little more (measured on Liberation Sans).
LETTER = 6.2
# What fits on one line in letters of 13 px: of the narrowest picture, and of one on a screen of
# 720 px or on paper.
LINE, WIDE_LINE = 46, 92
_ELLIPSIS = "…"


def frame(name: str, height: int, told: tuple[str, str], parts: Sequence[str]) -> SafeMarkdown:
    """The picture; `name` begins its ids, `told` are its title and its words for who can't see."""
    inner = "\n".join(parts)
    title, desc = told
    return SafeMarkdown(
        f'<svg class="bw-chart" role="img" aria-labelledby="{name}-title {name}-desc" '
        f'width="100%" height="{height}">\n'
        f'<title id="{name}-title">{escape(title)}</title>\n'
        f'<desc id="{name}-desc">{escape(desc)}</desc>\n{inner}\n</svg>'
    )


def cut(text: str, room: int) -> str:
    """`text` in at most `room` characters, cut between words where it can be."""
    if len(text) <= room:
        return text
    kept = text[: max(room - 1, 1)]
    inside = text[len(kept)] != " " and " " in kept
    whole = kept[: kept.rfind(" ")] if inside else kept
    return whole.rstrip(" ,.;:") + _ELLIPSIS


def wrap(text: str, width: int, most: int) -> list[str]:
    """`text` in at most `most` lines of at most `width` characters; a longer word is parted."""
    lines = [""]
    for word in text.split():
        left = word
        while left:
            room = width - len(lines[-1]) - bool(lines[-1])
            if len(left) <= room:
                lines[-1] = f"{lines[-1]} {left}".strip()
                left = ""
            elif lines[-1]:
                lines.append("")
            else:
                lines[-1], left = left[:width], left[width:]
                lines.append("")
    found = [line for line in lines if line]
    if len(found) <= most:
        return found
    last = found[most - 1]
    return [*found[: most - 1], f"{last[: width - 1].rstrip()}{_ELLIPSIS}"]
