"""PDF documents of our own for tests: text at places, in Courier so that widths are known."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
_FONTS = {"regular": "Courier", "bold": "Courier-Bold"}
_ADVANCE = 0.6  # of the size, for every letter of Courier


@dataclass
class Page:
    """One page; `y` counts from its bottom."""

    box: str = f"0 0 {WIDTH} {HEIGHT}"
    rotate: int = 0
    operators: list[str] = field(default_factory=list)

    def text(
        self, x: float, y: float, words: str, size: float = 9, font: str = "regular",
        *, mode: int = 0, spacing: float = 0, matrix: str = "1 0 0 1",
    ) -> Page:  # fmt: skip
        """`words` at a place."""
        shown = words.encode("cp1252").hex()
        self.operators.append(
            f"BT /{font} {size} Tf {mode} Tr {spacing} Tw {matrix} {x} {y} Tm <{shown}> Tj ET"
        )
        return self

    def column(
        self, x: float, y: float, paragraphs: str | list[str], chars: int = 45, size: float = 9,
        *, indent: int = 0, gap: float = 0, justify: bool = False, lead: float = 1.2,
    ) -> float:  # fmt: skip
        """Paragraphs wrapped to `chars` letters; gives the baseline after the last line."""
        for paragraph in [paragraphs] if isinstance(paragraphs, str) else paragraphs:
            lines = textwrap.wrap(paragraph, chars, initial_indent=" " * indent)
            for number, line in enumerate(lines):
                bare, left = line.strip(), x + (len(line) - len(line.lstrip())) * _ADVANCE * size
                spaces, missing = bare.count(" "), chars - len(line)
                spread = justify and number < len(lines) - 1 and spaces
                spacing = missing * _ADVANCE * size / spaces if spread else 0
                self.text(left, y, bare, size, spacing=spacing)
                y -= lead * size
            y -= gap
        return y

    def lines(self, x: float, y: float, lines: list[str], size: float = 9) -> float:
        """Lines as they are."""
        for line in lines:
            self.text(x, y, line, size)
            y -= 1.2 * size
        return y

    def picture(self) -> Page:
        """A grey box over the page, as a scan's picture."""
        self.operators.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /scan Do Q")
        return self


def pdf(*pages: Page, info: dict[str, str] | None = None, locked: bool = False) -> bytes:
    """The document with `pages`."""
    fonts = " ".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>"
        for name, base in _FONTS.items()
    )
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b""]
    picture = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
    objects[2] = picture + b"/BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream"
    kids = []
    for page in pages:
        stream = "\n".join(page.operators).encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{page.box}] /Rotate {page.rotate} "
            f"/Contents {content} 0 R /Resources << /Font << {fonts} >> "
            "/XObject << /scan 3 0 R >> >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    trailer = "/Root 1 0 R"
    if info:
        entries = " ".join(f"/{k} <feff{v.encode('utf-16-be').hex()}>" for k, v in info.items())
        objects.append(f"<< {entries} >>".encode())
        trailer += f" /Info {len(objects)} 0 R"
    if locked:
        mark = "5a" * 32  # the key of a password that nobody knows
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /O <{mark}> /U <{mark}> /P -4 >>".encode())
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<00><00>]"
    return _file(objects, trailer)


def _file(objects: list[bytes], trailer: str) -> bytes:
    parts, places = [b"%PDF-1.4\n"], []
    for number, content in enumerate(objects, 1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = sum(map(len, parts))
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    parts.append(
        f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} {trailer} >>\n"
        f"startxref\n{start}\n%%EOF\n".encode()
    )
    return b"".join(parts)
