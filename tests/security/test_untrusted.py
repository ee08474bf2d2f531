"""A workspace of a stranger: its templates reach nothing, its configuration runs nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefwright.cli import app
from briefwright.cli.door import run
from briefwright.compose.render import Renderer
from briefwright.errors import BriefwrightError, BuildError
from briefwright.model import Article, Metadata
from briefwright.site.build import build_site
from briefwright.store.workspace import Workspace

GOLDEN = Path(__file__).parents[1] / "golden" / "compose" / "two-sources"
CONFIG = """\
site_name: Briefs 🚢
use_directory_urls: false
theme:
  name: material
  font: false
plugins: [search]
markdown_extensions:
  - admonition
  - attr_list
  - md_in_html
  - pymdownx.highlight
  - pymdownx.superfences
  - toc: {permalink: "#", permalink_title: Link to this section, toc_depth: 2}
"""


@dataclass(frozen=True)
class View:
    """What templates are given: plain data and models, with methods that are none of theirs."""

    title: str = "Title"
    metadata: Metadata = Metadata()  # noqa: RUF009 - it is frozen
    article: Article = Article.from_text("Text.", id="a")  # noqa: RUF009 - as above

    def remove(self) -> str:
        raise AssertionError("a template called a method")


ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ ['']|map(attribute='__class__')|first }}",
    "{{ [view]|map(attribute='__init__.__globals__')|first }}",
    "{{ ([view]|groupby('__class__')|first)[0] }}",
    "{{ [view]|sum(attribute='__class__') }}",
    "{{ view.__init__.__globals__ }}",
    "{{ view.remove() }}",
    "{{ view.metadata.parse_file('/etc/hostname') }}",
    "{{ view.metadata.model_construct() }}",
    "{{ view.article.from_text('x', id='b').text }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context.environment }}",
    "{{ lipsum.__globals__ }}",
    "{{ lipsum() }}",
    "{{ cycler.__init__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ range.__class__ }}",
    "{{ '{0.__class__}'.format(view) }}",
    "{{ '{a.__class__}'.format_map({'a': view}) }}",
    "{{ '%s' % view.remove() }}",
    "{% set n = namespace(f='{0.__class__.__init__.__globals__}'.format) %}{{ n.f(view) }}",
    "{% macro m() %}{% endmacro %}{{ m.__call__.__func__.__globals__ }}",
    "{% for x in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{% include '/etc/hostname' %}",
    "{% include '../../../../etc/hostname' %}",
    "{% import 'os' as os %}{{ os.name }}",
    "{% extends '/etc/hostname' %}",
    "{{ view.title.__add__.__self__.__class__ }}",
    "{{ joiner().__class__ }}",
    "{{ config }}",
    "{{ request.application }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ ('a' * 1000000) * 1000000 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ range(100000000)|list|length }}",
    "{{ 'a'|center(10000000000000) }}",
    "{{ [1].append(2) }}",
]


@pytest.mark.parametrize("source", ESCAPES)
def test_a_template_reaches_nothing(source: str) -> None:
    with pytest.raises(BuildError) as caught:
        Renderer({"a": source}).page("a", view=View())
    assert caught.value.code == "B003"
    assert caught.value.at.startswith("templates/a")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{{ view.title.upper() }}", "TITLE"),
        ("{{ '{}!'.format(view.title) }}", "Title&#33;"),
        ("{{ 6 * 7 }} {{ '-' * 3 }}", "42 &#45;&#45;&#45;"),
        ("{% for x in range(3) %}{{ loop.cycle('a', 'b') }}{% endfor %}", "aba"),
        ("{% set n = namespace(x=1) %}{% set n.x = 2 %}{{ n.x }}", "2"),
        ("{{ dict(a=1).get('a') }} {{ view.article.text }}", "1 Text."),
    ],
)
def test_layout_is_still_possible(source: str, shown: str) -> None:
    assert Renderer({"a": source}).page("a", view=View()) == f"{shown}\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    root = tmp_path / "work"
    shutil.copytree(GOLDEN, root, ignore=shutil.ignore_patterns("expected"))
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (root / "docs").mkdir()
    return root


def build(root: Path) -> None:
    build_site(Workspace.find(root), report=print, untrusted=True)


def test_a_plain_workspace_builds(place: Path) -> None:
    build(place)
    page = (place / "site" / "index.html").read_text(encoding="utf-8")
    assert "Briefs 🚢" in page


@pytest.mark.parametrize("name", ["init/mkdocs.yml"])
def test_the_starter_is_harmless(place: Path, name: str) -> None:
    starter = Path(__file__).parents[2] / "templates" / name
    shutil.copy(starter, place / "mkdocs.yml")
    build(place)
    assert (place / "site" / "index.html").is_file()


HOOK = "open('{marker}', 'w').close()\n"
CODE = [
    ("hooks: [hook.py]\n", "hooks"),
    ("theme: {name: material, custom_dir: theme}\n", "custom_dir"),
    ("theme: {name: null, custom_dir: theme}\n", "theme"),
    ("theme: mkdocs\n", "theme"),
    ("plugins: [search, hook]\n", "hook"),
    ("plugins: [{search: {prebuild_index: node}}]\n", "prebuild_index"),
    ("plugins: {search: {}}\n", "no list"),
    ("plugins:\n  - search: {lang: {a: b}}\n", "lang"),
    ("markdown_extensions: [hook]\n", "hook"),
    ("markdown_extensions: ['hook:Extension']\n", "hook:Extension"),
    ("markdown_extensions: [pymdownx.snippets]\n", "snippets"),
    ("markdown_extensions: [{pymdownx.superfences: {custom_fences: [{name: a}]}}]\n", "custom"),
    ("markdown_extensions: [{toc: {slugify: hook.slug}}]\n", "slugify"),
    ("markdown_extensions: [[toc]]\n", "toc"),
    ("INHERIT: ../other.yml\n", "INHERIT"),
    ("docs_dir: /etc\n", "/etc"),
    ("docs_dir: ..\n", ".."),
    ("watch: [/etc]\n", "watch"),
    ("mdx_configs: {toc: {}}\n", "mdx_configs"),
    ("site_url: !ENV HOME\n", "tag"),
    ("extra: !!python/object/apply:os.system ['touch marker']\n", "tag"),
    ("extra: {a: &a [1], b: *a}\n", "anchor"),
]


@pytest.mark.parametrize(("lines", "word"), CODE)
def test_a_configuration_that_runs_or_reads_more_is_refused(
    place: Path, lines: str, word: str
) -> None:
    marker = place / "marker"
    (place / "hook.py").write_text(HOOK.format(marker=marker), encoding="utf-8")
    key = lines.partition(":")[0]
    kept = "".join(_without(CONFIG, key))
    (place / "mkdocs.yml").write_text(kept + lines, encoding="utf-8")
    with pytest.raises(BriefwrightError) as caught:
        build(place)
    error = caught.value
    assert error.code in {"B012", "Y002"}
    assert word in f"{error.saw} {error.wanted}"
    assert error.at.startswith(str(place / "mkdocs.yml"))
    assert error.fix
    assert not marker.exists()
    assert not (place / "site").exists()
    assert not (place / ".briefwright").exists()


def _without(text: str, key: str) -> list[str]:
    """The lines of `text` without a top-level key and what is under it."""
    kept, dropping = list[str](), False
    for line in text.splitlines(keepends=True):
        if not line.startswith((" ", "-")):
            dropping = line.startswith(f"{key}:")
        if not dropping:
            kept.append(line)
    return kept


@pytest.mark.parametrize("untrusted", [True, False])
@pytest.mark.parametrize("module", ["yaml", "markdown", "material"])
def test_a_module_in_the_workspace_is_not_imported_for_the_library(
    place: Path, module: str, *, untrusted: bool
) -> None:
    marker = place / "marker"
    (place / f"{module}.py").write_text(HOOK.format(marker=marker), encoding="utf-8")
    build_site(Workspace.find(place), report=print, untrusted=untrusted)
    assert not marker.exists()


def _link_page(place: Path) -> None:
    (place / "docs" / "secret.md").symlink_to("/etc/hostname")


def _link_docs(place: Path) -> None:
    (place / "docs").rmdir()
    (place / "docs").symlink_to(place.parent)


def _link_lock(place: Path) -> None:
    (place / ".briefwright").symlink_to(place.parent)


def _link_pages_folder(place: Path) -> None:
    (place / "docs" / "briefs").symlink_to(place.parent)


def _link_template(place: Path) -> None:
    (place / "templates").mkdir()
    (place / "templates" / "brief.md.j2").symlink_to("/etc/hostname")


@pytest.mark.parametrize(
    "make", [_link_page, _link_docs, _link_lock, _link_pages_folder, _link_template]
)
def test_links_are_refused_before_anything_is_written(
    place: Path, make: Callable[[Path], None]
) -> None:
    make(place)
    before = sorted(place.parent.rglob("*"))
    with pytest.raises(BuildError) as caught:
        build(place)
    assert (caught.value.code, caught.value.saw) == ("B012", "a symbolic link")
    assert sorted(place.parent.rglob("*")) == before


def test_another_pipeline_is_refused(place: Path) -> None:
    settings = place / "briefwright.yml"
    settings.write_text(settings.read_text() + "extract: {pipeline: ./hook}\n")
    with pytest.raises(BuildError) as caught:
        build(place)
    assert (caught.value.code, caught.value.at) == ("B012", "briefwright.yml")


def test_the_option_of_the_command(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "mkdocs.yml").write_text(f"{CONFIG}hooks: [hook.py]\n", encoding="utf-8")
    monkeypatch.chdir(place)
    assert run(app, ["build", "--untrusted"]) == 1
    assert "error B012" in capsys.readouterr().err


def test_a_template_of_the_workspace_runs_in_the_sandbox(place: Path) -> None:
    folder = place / "templates" / "partials"
    folder.mkdir(parents=True)
    (folder / "findings.md.j2").write_text("{{ ''.__class__ }}")
    with pytest.raises(BuildError) as caught:
        build(place)
    assert caught.value.code == "B003"
    assert caught.value.at == "templates/partials/findings.md.j2:1"
