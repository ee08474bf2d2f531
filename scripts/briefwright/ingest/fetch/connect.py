"""Connections that only go to addresses the guard let through, and never outlive the deadline.

A name is resolved here, right before the connection, and the connection goes to the very address
that was checked. So a name that answers differently the second time (DNS rebinding) gains nothing.
The name itself stays in the Host header and in TLS.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from briefwright.ingest.fetch.deadline import Deadline
from briefwright.ingest.fetch.guard import Guard


class GuardedTransport(httpx.BaseTransport):
    """A transport of httpx for one fetch: no proxies, no cookies, no redirects, no retries.

    Errors are httpcore's own and `FetchError`.
    """

    def __init__(self, guard: Guard, deadline: Deadline, context: ssl.SSLContext | None) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=context or httpx.create_ssl_context(trust_env=False),
            network_backend=_Backend(guard, deadline),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer to `request`, with its body unread."""
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Backend(httpcore.NetworkBackend):
    def __init__(self, guard: Guard, deadline: Deadline) -> None:
        self._guard = guard
        self._deadline = deadline
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._guard.addresses(host, port, self._deadline)
        for index, address in enumerate(addresses):
            # No address may use up the time of those behind it.
            timeout = self._deadline.left() / (len(addresses) - index)
            try:
                stream = self._network.connect_tcp(
                    str(address), port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if index == len(addresses) - 1:
                    raise
            else:
                return _Stream(stream, self._deadline)
        raise httpcore.ConnectError("no address")


class _Stream(httpcore.NetworkStream):
    """A stream whose every step ends with the deadline, however slowly the other side drips."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _Stream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
