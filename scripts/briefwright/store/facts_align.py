"""`briefwright align`: spans into a facts file, everything else in it byte for byte as it was."""

from __future__ import annotations

from pathlib import Path

from briefwright.errors import FactsError, WorkspaceError
from briefwright.extract.align import align
from briefwright.model import Article
from briefwright.store.facts_file import facts_of
from briefwright.store.files import shown, write_text
from briefwright.store.yaml import MAX_BYTES, load_yaml, read_yaml
from briefwright.store.yaml_patch import patched


def align_facts_file(path: Path, article: Article, *, max_bytes: int = MAX_BYTES) -> bool:
    """Fill in what `align` fills in; False when nothing was missing.

    The file is written before its facts are proved, so that an error names a line of the file as
    it now is.

    Raises:
        FactsError: F002, F005 and F006 with nothing written; F001, F003 and F007 afterwards.
        YamlError: the file can't be parsed.
        WorkspaceError: A005, there is no facts file; A008, it can't be read or written.
    """
    if not path.exists():
        raise WorkspaceError(
            "A005",
            at=shown(path),
            saw="no such file",
            wanted="facts whose quotes want their spans",
            fix=f"write the file, or run: briefwright extract {article.id}",
        )
    document = read_yaml(path, max_bytes=max_bytes)
    if not isinstance(document.data, dict):
        facts_of(document, article)  # says what is wrong
    data = align(document.data, article, document.at)
    text = patched(document, data)
    result = load_yaml(text.encode(), document.name, max_bytes=max_bytes)
    if result.data != data:
        raise FactsError(
            "F001",
            at=document.at(),
            saw="a layout into which no spans can be put",
            wanted="facts in blocks, or in braces on one line each",
            fix="write the facts as in docs/reference/facts-format.md",
        )
    changed = write_text(path, text)
    facts_of(result, article)
    return changed
