"""A response's body, unpacked in small steps so that no bomb is ever held in memory."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator

from briefwright.errors import FetchError, IngestError

# What the request asks for; an answer in anything else is refused.
ENCODINGS = "gzip, deflate"
_STEP = 64 * 1024
# Enough to tell a format by its first bytes.
_HEAD = 1_024
_GZIP = b"\x1f\x8b"
_DEFLATE = 8  # the method in the low bits of a zlib header's first byte (RFC 1950)


def read_body(
    chunks: Iterable[bytes], encoding: str, limit: int, at: str, look: Callable[[bytes], None]
) -> bytes:
    """The unpacked body.

    Args:
        chunks: the body as it comes.
        encoding: the Content-Encoding header; empty for none.
        limit: the most bytes that may come, before and after unpacking.
        at: the address, for messages.
        look: gets the first kilobyte (or all there is) and raises when it is no article.

    Raises:
        IngestError: I004, over the limit; reading has stopped there.
        FetchError: N008, the encoding is unknown or the data is damaged.
    """
    body = bytearray()
    looked = False
    for part in _unpacked(_limited(chunks, limit, at), encoding.strip().lower(), at):
        body += part
        if len(body) > limit:
            raise too_large(at, limit)
        if not looked and len(body) >= _HEAD:
            look(bytes(body[:_HEAD]))
            looked = True
    if not looked:
        look(bytes(body))
    return bytes(body)


def too_large(at: str, limit: int) -> IngestError:
    """I004 for a body."""
    return IngestError(
        "I004",
        at=at,
        saw=f"more than {limit:,} bytes",
        wanted=f"at most {limit:,}",
        fix="raise `limits: source_bytes` in briefwright.yml if you trust the server",
    )


def _limited(chunks: Iterable[bytes], limit: int, at: str) -> Iterator[bytes]:
    count = 0
    for chunk in chunks:
        count += len(chunk)
        if count > limit:
            raise too_large(at, limit)
        yield chunk


def _unpacked(chunks: Iterable[bytes], encoding: str, at: str) -> Iterator[bytes]:
    match encoding:
        case "" | "identity":
            yield from chunks
        case "gzip" | "x-gzip" | "deflate":
            try:
                yield from _inflated(chunks)
            except zlib.error as error:
                raise _damaged(at, f"damaged {encoding} data") from error
        case _:
            raise _damaged(at, f"the content encoding {encoding[:40]!r}")


def _inflated(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of gzip, zlib or raw deflate data, each of at most `_STEP` bytes."""
    unpack = None
    for chunk in chunks:
        rest = chunk
        while rest:
            if unpack is None:
                # Some servers send deflate without its zlib header (RFC 9110, section 8.4.1.2).
                headed = rest[0] & 0x0F == _DEFLATE or rest[:1] == _GZIP[:1]
                unpack = zlib.decompressobj(zlib.MAX_WBITS | 32 if headed else -zlib.MAX_WBITS)
            elif unpack.eof:
                if not rest.startswith(_GZIP):
                    return  # what follows the data means nothing (RFC 1952 allows padding)
                unpack = zlib.decompressobj(zlib.MAX_WBITS | 32)
            piece = unpack.decompress(rest, _STEP)
            if piece:
                yield piece
            rest = unpack.unused_data if unpack.eof else unpack.unconsumed_tail
    if unpack is not None and not unpack.eof:
        # What zlib still holds back is less than one step; an unfinished stream is damaged.
        yield unpack.decompress(b"", _STEP)
        if not unpack.eof:
            raise zlib.error("the data ends too early")


def _damaged(at: str, saw: str) -> FetchError:
    return FetchError(
        "N008",
        at=at,
        saw=saw,
        wanted=f"a body that is plain or packed as {ENCODINGS}",
        fix="save the page as a file and add that",
    )
