"""The language pipeline: spaCy, loaded once for each process."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefwright.errors import EngineError
from briefwright.extract.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from spacy.language import Language

NEEDED = ("tagger", "parser", "lemmatizer", "ner")


@cache
def load(name: str = DEFAULT_PIPELINE) -> Language:
    """The installed spaCy pipeline `name`.

    Raises:
        EngineError: E001, it is not installed or lacks a component that the rules read.
    """
    import spacy

    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise EngineError(
            "E001",
            at=f"extract.pipeline: {name}",
            saw=str(error).split(".")[0],
            fix=f"run: pip install {name} (or set extract.pipeline to an installed pipeline)",
        ) from error
    missing = [part for part in NEEDED if part not in nlp.pipe_names]
    if missing:
        raise EngineError(
            "E001",
            at=f"extract.pipeline: {name}",
            saw=f"a pipeline without {', '.join(missing)}",
            wanted=f"a pipeline with {', '.join(NEEDED)}",
            fix=f"use {DEFAULT_PIPELINE} or another full English pipeline",
        )
    return nlp
