"""A zip file whose bytes depend on nothing but the files in it and a date.

No clock, time zone, user or file system shows in it, and its last bytes, the archive's comment,
are the SHA-256 of all bytes before them: a changed byte anywhere is found, also where no reader of
zip files looks.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Mapping

# 2 for the length of the comment; the comment is "sha256:" and 64 hexadecimal digits.
_PREFIX = b"sha256:"
SEAL = len(_PREFIX) + 64
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16
_LEVEL = 9


def pack(files: Mapping[str, bytes], *, epoch: int) -> bytes:
    """The sealed archive of `files`, in the order of their paths.

    Args:
        files: bytes by path, with `/`.
        epoch: the time of every file, in seconds since 1970, UTC; zip knows 1980 and later.
    """
    moment = dt.datetime.fromtimestamp(epoch, dt.UTC)
    stamp = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for path in sorted(files):
            info = zipfile.ZipInfo(path, date_time=stamp)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = _UNIX
            info.external_attr = _PLAIN_FILE
            archive.writestr(info, files[path], compresslevel=_LEVEL)
        # The comment's length stands before it, so the seal covers that too.
        archive.comment = bytes(SEAL)
    body = buffer.getvalue()[:-SEAL]
    return body + _seal(body)


def sealed(data: bytes) -> bool:
    """True when the last bytes are the seal of those before them."""
    return data[-SEAL:] == _seal(data[:-SEAL])


def _seal(body: bytes) -> bytes:
    return _PREFIX + hashlib.sha256(body).hexdigest().encode("ascii")
