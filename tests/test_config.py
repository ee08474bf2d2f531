from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.config import ENVIRONMENT_PREFIX, FetchSettings, Limits, Settings, load_settings
from briefwright.errors import ConfigError, WorkspaceError
from briefwright.extract.settings import ExtractSettings


def load(tmp_path: Path, content: str, **environ: str) -> dict[str, tuple[object, str]]:
    path = tmp_path / "briefwright.yml"
    path.write_text(content)
    rows = load_settings(path, environ).rows()
    return {key: (value, origin.replace(str(path), "file")) for key, value, origin in rows}


def test_an_empty_file_is_all_defaults(tmp_path: Path) -> None:
    rows = load(tmp_path, "")
    assert {origin for _, origin in rows.values()} == {"default"}
    assert rows["engine"] == ("rules", "default")


def test_each_value_knows_where_it_came_from(tmp_path: Path) -> None:
    rows = load(
        tmp_path,
        "schema: 1\nengine: none\nextract: {pipeline: big}\nchecks:\n  no-title: off\n",
        BRIEFWRIGHT_EXTRACT_MAX_CHARS="5000",
        BRIEFWRIGHT_DEBUG="1",
    )
    assert rows["engine"] == ("none", "file:2")
    assert rows["extract.pipeline"] == ("big", "file:3")
    assert rows["checks.no-title"] == ("off", "file:5")
    assert rows["extract.max_chars"] == (5000, f"environment {ENVIRONMENT_PREFIX}EXTRACT_MAX_CHARS")
    assert rows["limits.yaml_bytes"][1] == "default"


@pytest.mark.parametrize(
    ("content", "code", "line", "saw", "fix"),
    [
        ("schema: 1\nengin: none\n", "C001", 2, "`engin`", "write `engine`"),
        ("extract:\n  pipelin: x\n", "C001", 2, "`extract.pipelin`", "write `pipeline`"),
        ("checks:\n  no-titel: off\n", "C001", 2, "`checks.no-titel`", "write `no-title`"),
        ("zzz: 1\n", "C001", 1, "`zzz`", "remove it"),
        ("schema: 1\nengine: nine\n", "C002", 2, "'nine'", "write `none`"),
        ("limits:\n  source_bytes: much\n", "C002", 2, "'much'", ""),
        ("checks:\n  no-title: loud\n", "C002", 2, "'loud'", ""),
        ("engine:\n  - a\n", "C002", 1, "a list of 1", ""),
        ("extract: 3\n", "C002", 1, "`extract` is 3", ""),
        ("- a\n", "C002", 1, "no mapping", ""),
        ("fetch: {timeout_seconds: 0}\n", "C002", 1, "`fetch.timeout_seconds`", ""),
        ('fetch: {contact: "a\\r\\nHost: b"}\n', "C002", 1, "`fetch.contact`", ""),
        ("fetch: {allow_private: true}\n", "C001", 1, "`fetch.allow_private`", ""),
        ("schema: 2\n", "C002", 1, "`schema` is 2", ""),
        ("site: {url: briefs.example.org}\n", "C002", 1, "`site.url` is 'briefs.example.org'", ""),
        ("site:\n  url: ftp://x.example/\n", "C002", 2, "'ftp://x.example/'", ""),
        ("site:\n  url: https://u:p@x.example/\n", "C002", 2, "`site.url`", ""),
        ("site:\n  url: https://x.example/?q=1\n", "C002", 2, "`site.url`", ""),
        ('site: {url: "https://x.example/\\">"}\n', "C002", 1, "`site.url`", ""),
        ("site:\n  redirects: {a: ../b}\n", "C002", 2, "`site.redirects`", ""),
        ("site:\n  redirects: {a/b: c}\n", "C002", 2, "`site.redirects`", ""),
        ("site:\n  redirects: {a: 3}\n", "C002", 2, "`site.redirects.a`", ""),
    ],
)
def test_a_mistake_names_line_and_nearest_name(
    tmp_path: Path, *, content: str, code: str, line: int, saw: str, fix: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, content)
    error = caught.value
    assert (error.code, error.at) == (code, f"{tmp_path / 'briefwright.yml'}:{line}")
    assert saw in error.saw
    assert fix in error.fix


def test_a_wrong_variable_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, "", BRIEFWRIGHT_ENGINE="fast")
    assert caught.value.at == "environment BRIEFWRIGHT_ENGINE"


def test_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError):
        load_settings(tmp_path / "briefwright.yml", {})


@pytest.mark.parametrize("model", [Settings, FetchSettings, Limits, ExtractSettings])
def test_every_setting_is_described(model: type[Settings]) -> None:
    assert all(field.description for field in model.model_fields.values())
