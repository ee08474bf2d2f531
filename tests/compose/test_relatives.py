"""A speaker whom the article calls "who" is told by name."""

from __future__ import annotations

from briefwright import Article, extract
from briefwright.compose.claims import voice
from briefwright.compose.dossier import Dossier
from briefwright.compose.keypoints import _sentence
from briefwright.compose.source import Source

TEXT = "The traders met Anna Berg, who said that the dam is old."


def test_the_name_stands_before_who() -> None:
    article = Article.from_text(TEXT, id="dam", published="2025-01-28")
    facts = extract(article)
    source = Source(Dossier(article, facts))
    [claim] = facts.claims
    assert claim.speaker is not None
    assert claim.speaker.quote == "who"
    told = voice(source, claim.speaker)
    assert (told.name, told.called) == ("Anna Berg", None)
    assert _sentence(source, claim).of(TEXT) == "Anna Berg, who said that the dam is old"
