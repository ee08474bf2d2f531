"""The headers that a server should send, as the file `_headers` for hosts that read it.

Netlify, Cloudflare Pages and others read it from the site's folder. The scripts in pages are named
by their SHA-256, so that no other inline script runs.
"""

from __future__ import annotations

from collections.abc import Iterable

FILE = "_headers"
# Two years, as the preload lists ask for; subdomains are the owner's business.
_HSTS = "max-age=63072000"


def policy(scripts: Iterable[str]) -> str:
    """The content security policy: everything from the site itself, and nothing else.

    Tables align their columns with style attributes, which can't run anything.
    """
    rules = (
        "default-src 'none'",
        " ".join(["script-src 'self'", *sorted(scripts)]),
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
    return "; ".join(rules)


def headers(scripts: Iterable[str], *, https: bool) -> dict[str, str]:
    """Every header by its name; HSTS only for a site on https."""
    found = {
        "Content-Security-Policy": policy(scripts),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    return found | ({"Strict-Transport-Security": _HSTS} if https else {})


def headers_file(found: dict[str, str]) -> bytes:
    """The file for all paths."""
    return "".join(["/*\n", *(f"  {name}: {value}\n" for name, value in found.items())]).encode()
