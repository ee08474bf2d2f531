from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.site.hosted.conftest import ROOT

from briefwright.site.hosted.headers import headers, headers_file, policy
from briefwright.site.policy import inline_scripts, sources, trusted_scripts

# sha256 of `go()`, from `printf 'go()' | openssl dgst -sha256 -binary | base64`.
GO = "'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='"


def test_only_scripts_that_run_are_named() -> None:
    page = (
        b"<script>go()</script><script src='x.js'></script><SCRIPT type=module>go()</SCRIPT>"
        b"<script id=c type='application/json'>{}</script>"
        b"<script type=application/ld+json>{}</script>"
    )
    assert set(sources(inline_scripts(page))) == {GO}


def test_the_policy_allows_what_is_the_sites_own() -> None:
    told = dict(rule.split(" ", 1) for rule in policy([GO]).split("; "))
    assert told["script-src"] == f"'self' {GO}"
    assert told["default-src"] == told["frame-ancestors"] == "'none'"
    assert not [
        rule for name, rule in told.items() if "unsafe" in rule and name != "style-src-attr"
    ]
    assert "unsafe-inline" not in told["script-src"]


def test_the_file_names_every_header_once_and_hsts_for_https_only() -> None:
    lines = headers_file(headers([GO], https=True)).decode().splitlines()
    assert lines[0] == "/*"
    assert all(line.startswith("  ") and ": " in line for line in lines[1:])
    names = [line.split(":")[0].strip() for line in lines[1:]]
    assert len(set(names)) == len(names) == 6
    assert "Strict-Transport-Security" in names
    assert "Strict-Transport-Security" not in headers([GO], https=False)


def test_the_policy_of_a_site_names_each_of_its_scripts(site: Path) -> None:
    told = (site / "_headers").read_text()
    pages = [page.read_bytes() for page in site.rglob("*.html")]
    found = {script for page in pages for script in trusted_scripts(page)}
    assert found == {script for page in pages for script in sources(inline_scripts(page))}
    assert found
    assert all(script in told for script in found)
    assert told.count("sha256-") == len(found)


def test_a_script_that_a_page_does_not_trust_is_not_named() -> None:
    policy = f"default-src 'none'; script-src 'self' file: {GO}; style-src 'self'"
    page = f'<meta http-equiv="Content-Security-Policy" content="{policy}"><script>evil()</script>'
    assert trusted_scripts(page.encode()) == {GO}
    assert trusted_scripts(b"<script>evil()</script>") == set()


def test_the_guide_makes_snippets_for_servers(site: Path, tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "guide" / "publish.md").read_text()
    commands = re.findall(r"^sed -n .*$", guide, re.MULTILINE)
    assert len(commands) == 2
    (tmp_path / "site").symlink_to(site)
    told = [
        line.strip().partition(": ") for line in (site / "_headers").read_text().splitlines()[1:]
    ]
    for command, file, form in zip(
        commands,
        ("briefs-headers.conf", "briefs-headers.caddy"),
        ('add_header {} "{}" always;', 'header {} "{}"'),
        strict=True,
    ):
        subprocess.run(["bash", "-c", command], cwd=tmp_path, check=True)
        lines = (tmp_path / file).read_text().splitlines()
        assert lines == [form.format(name, value) for name, _, value in told]


def test_the_guide_explains_every_header() -> None:
    guide = (ROOT / "docs" / "guide" / "publish.md").read_text()
    for name in headers([], https=True):
        assert f"| `{name}" in guide
