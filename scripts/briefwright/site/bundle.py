"""`bundle`: the whole site as one folder or zip file that opens from any disk, without a network.

A bundle holds `index.html` (where to start), `MANIFEST.json` (what it holds) and `site/`. It is
built beside the workspace's own pages: neither docs/ nor site/ changes, so that the full texts of
a private bundle never get into a hosted site.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import briefwright
from briefwright.compose.render import Renderer
from briefwright.errors import BuildError
from briefwright.model.slug import slugify
from briefwright.site import inventory
from briefwright.site.archive import pack
from briefwright.site.build import DOCS, WORK, tell_idle_scripts
from briefwright.site.inventory import Inventory
from briefwright.site.lock import build_lock
from briefwright.site.manifest import generated, refuse_a_persons_pages
from briefwright.site.mkdocs import run_mkdocs
from briefwright.site.naming import site_name
from briefwright.site.outside import loads_from_elsewhere
from briefwright.site.policy import add_policies
from briefwright.site.prepare import Prepared, Report, prepare
from briefwright.site.search import complete_search
from briefwright.site.staging import staging_folder
from briefwright.site.swap import recover, swap
from briefwright.store.files import read_bytes, shown, told, write_bytes
from briefwright.store.templates import load_templates
from briefwright.store.workspace import Workspace

START = "index.html"
PAGES = "site"
# Of no use on a disk: what only servers and search engines ask for, and maps for debuggers.
_LEFT_OUT = {"404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt"}
_LEFT_OUT_ENDINGS = {".map"}


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle on disk.

    Attributes:
        path: the zip file or the folder.
        files: how many files it holds, its list included.
        bytes: the size of the zip file, or of all files together.
        sha256: of the zip file; of a folder, that of its `MANIFEST.json`.
    """

    path: Path
    files: int
    bytes: int
    sha256: str


def make_bundle(
    workspace: Workspace, output: Path, *, as_folder: bool, strict: bool, report: Report
) -> Bundle:
    """Build `workspace` for readers without a network; on any error what stands in `output` stays.

    The same workspace gives the same bytes at any place and time (`site.archive`). The full text
    of every article is in it: whoever hands it on chooses the readers.

    Args:
        workspace: its articles, facts, briefs, pages and templates.
        output: the folder that gets `<name>-offline.zip` or `<name>-offline/`.
        as_folder: write a folder in the place of a zip file.
        strict: a broken link or anchor is an error.
        report: is told what happens, one line at a time.

    Raises:
        BuildError: as `build_site`; B010, a page would load something from elsewhere.
        WorkspaceError: A008, something can't be written.
    """
    work = workspace.root / WORK
    with build_lock(work / "build.lock"):
        made = prepare(workspace, report, "offline")
        with staging_folder(work, "bundle") as staging:
            report("building the site with MkDocs")
            _build(workspace, made, staging, strict=strict, report=report)
            files = _with_inventory(workspace, made, dict(_files(staging / PAGES)))
    name = _name(workspace)
    if as_folder:
        return _as_folder(output / name, files)
    return _as_zip(output / f"{name}.zip", {f"{name}/{p}": d for p, d in files.items()}, made.epoch)


def _build(
    workspace: Workspace, made: Prepared, staging: Path, *, strict: bool, report: Report
) -> None:
    docs = workspace.root / DOCS
    refuse_a_persons_pages(docs, made.pages)
    copy = staging / DOCS
    with told(copy, "written"):
        _copy_a_persons(docs, copy)
    for path, data in made.pages.items():
        write_bytes(copy / path, data)
    site = staging / PAGES
    run_mkdocs(
        workspace.root,
        site,
        epoch=made.epoch,
        strict=strict,
        # Pages are files and no page knows an address on the web.
        overrides={"docs_dir": str(copy), "use_directory_urls": False, "site_url": ""},
    )
    complete_search(site, made.entries)
    tell_idle_scripts(add_policies(site, root=workspace.root, docs=copy), report)
    elsewhere = sorted({f"{page}: {address}" for page, address in _loads(site)})
    if elsewhere:
        raise BuildError(
            "B010",
            at="mkdocs.yml",
            saw="\n".join(elsewhere[:12]),
            wanted="files of the site, with relative addresses",
            fix="put the file into docs/ and refer to it there; set `font: false` in mkdocs.yml",
        )


def _loads(site: Path) -> Iterator[tuple[str, str]]:
    return (found for found in loads_from_elsewhere(site) if found[0] not in _LEFT_OUT)


def _copy_a_persons(docs: Path, copy: Path) -> None:
    """A person's own pages and files; what a build wrote is written anew."""
    ours = generated(docs)

    def left_out(folder: str, names: list[str]) -> set[str]:
        here = Path(folder)
        return {
            name
            for name in names
            if name.startswith(".") or (here / name).relative_to(docs).as_posix() in ours
        }

    if docs.is_dir():
        shutil.copytree(docs, copy, ignore=left_out)
    copy.mkdir(parents=True, exist_ok=True)


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_file() and name not in _LEFT_OUT and path.suffix not in _LEFT_OUT_ENDINGS:
            yield f"{PAGES}/{name}", read_bytes(path)


def _with_inventory(
    workspace: Workspace, made: Prepared, files: dict[str, bytes]
) -> dict[str, bytes]:
    files[START] = _start_page(workspace, made)
    listed = Inventory(
        name=_name(workspace),
        version=briefwright.__version__,
        date=made.date,
        files={path: inventory.entry(data) for path, data in files.items()},
    )
    return {**files, inventory.NAME: inventory.dump(listed)}


def _start_page(workspace: Workspace, made: Prepared) -> bytes:
    """The page at the top. HTML, not Markdown: MkDocs has no part in it."""
    text = Renderer(load_templates(workspace.root)).page(
        "bundle/start.html.j2",
        title=site_name(workspace),
        date=made.date,
        briefs=made.briefs,
        articles=made.articles,
        version=briefwright.__version__,
        first=f"{PAGES}/index.html",
        inventory=inventory.NAME,
    )
    return text.encode()


def _name(workspace: Workspace) -> str:
    """The bundle's name; from the site's name, since the folder's may be another elsewhere."""
    return f"{slugify(site_name(workspace)) or 'briefs'}-offline"


def _as_zip(target: Path, files: Mapping[str, bytes], epoch: int) -> Bundle:
    data = pack(files, epoch=epoch)
    write_bytes(target, data)
    return Bundle(target, len(files), len(data), hashlib.sha256(data).hexdigest())


def _as_folder(target: Path, files: Mapping[str, bytes]) -> Bundle:
    _refuse_a_persons_folder(target)
    work = target.with_name(f".{target.name}")
    with told(target, "written"):
        recover(target, work)
        shutil.rmtree(work, ignore_errors=True)
        for path, data in files.items():
            write_bytes(work / "next" / path, data)
        swap(work / "next", target, work)
        shutil.rmtree(work, ignore_errors=True)
    size = sum(map(len, files.values()))
    return Bundle(target, len(files), size, inventory.entry(files[inventory.NAME]).sha256)


def _refuse_a_persons_folder(target: Path) -> None:
    if target.is_dir() and (not any(target.iterdir()) or (target / inventory.NAME).is_file()):
        return
    if target.exists():
        raise BuildError(
            "B004",
            at=shown(target),
            saw="a file or folder that is no bundle",
            wanted="the bundle's folder, or nothing",
            fix="move it elsewhere, or choose another folder with --output",
        )
