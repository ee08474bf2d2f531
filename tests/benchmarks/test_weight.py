"""The server of the scales: what it counts is what it sends."""

from __future__ import annotations

import gzip
import http.client
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.weight import hosted


def test_text_is_sent_compressed_and_counted_with_its_headers(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("word " * 2_000)
    (tmp_path / "404.html").write_text("nothing here")
    (tmp_path / "picture.png").write_bytes(bytes(range(256)) * 8)
    with hosted(tmp_path) as (address, sent):
        host = http.client.HTTPConnection(urlsplit(address).netloc)
        for path, status in (("/page.html", 200), ("/picture.png", 200), ("/nowhere", 404)):
            host.request("GET", path)
            answer = host.getresponse()
            body = answer.read()
            assert answer.status == status
            head = sum(len(f"{name}: {value}\r\n") for name, value in answer.getheaders())
            line = len(f"HTTP/1.0 {status} {answer.reason}\r\n\r\n")
            assert sent[path] == line + head + len(body)
            if path == "/page.html":
                assert gzip.decompress(body) == b"word " * 2_000
                assert len(body) < 200
            if path == "/picture.png":
                assert len(body) == 2_048
        host.close()
