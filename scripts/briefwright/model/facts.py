"""The facts of one article: facts.yml, version 1.

Every class below is one entry of the file; `Facts` is the file. A `Facts` can only be built against
its article (`Facts.of`), where every quote is compared with the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    Field,
    PlainSerializer,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from briefwright.errors import FactsError, shorten
from briefwright.model.article import Article
from briefwright.model.isodate import check_iso_date
from briefwright.model.span import Model, Quote, Span, Text

SCHEMA_VERSION = 1

Loc = tuple[str | int, ...]

Review = Literal["proposed", "accepted", "rejected"]
Origin = Literal["engine", "llm", "person"]
EntityType = Literal[
    "person", "company", "organization", "place", "index",
    "market", "commodity", "currency", "product", "event", "other",
]  # fmt: skip
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["explicit", "relative", "unresolved"]
FigureKind = Literal[
    "money", "percent", "points", "basis_points", "ratio", "quantity", "count"
]  # fmt: skip
Form = Literal["direct", "mixed", "indirect"]
Certainty = Literal["asserted", "hedged", "denied", "projected"]
Stance = Literal["doubts", "disputes", "denies", "criticises"]
EventStatus = Literal["past", "ongoing", "scheduled", "hypothetical"]
Measure = Literal["price", "market_value", "index", "yield", "rate"]
Direction = Literal["up", "down", "flat", "closed", "mixed"]


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


# Bounded, because `1e99999999` in a file would be a number of a hundred million digits.
Number = Annotated[
    Decimal,
    Field(allow_inf_nan=False, max_digits=50, decimal_places=20),
    PlainSerializer(_number),
    WithJsonSchema({"type": "number"}),
]
Id = Annotated[str, Field(pattern=r"^[\w][\w-]*$", max_length=120)]


class Fact(Model):
    """What all facts share."""

    id: Id = Field(description="Made from the content; stays while text and spans stay.")
    origin: Origin = "engine"
    note: str | None = Field(default=None, description="An editor's remark; shown as such.")

    @property
    def review_status(self) -> Review:
        """What a person decided about the fact."""
        raise NotImplementedError

    @property
    def rejected(self) -> bool:
        """Whether a person took the fact out of the briefs."""
        return self.review_status == "rejected"

    def spans(self) -> tuple[Span, ...]:
        """Every span the fact stands on, in the order of its fields."""
        return tuple(anchor.at for _, anchor in quotes_of(self))


class ReviewedFact(Fact):
    """A fact whose review stands under `status`."""

    status: Review = "proposed"

    @property
    def review_status(self) -> Review:
        """What a person decided about the fact."""
        return self.status


class Entity(ReviewedFact):
    """A named person, organisation, place or thing, with each place that names it."""

    name: Text = Field(description="The fullest form of the name that stands in the text.")
    type: EntityType
    role: str | None = Field(default=None, description="The text's own words for who it is.")
    role_at: Span | None = Field(default=None, description="Where the role stands.")
    mentions: tuple[Span, ...] = Field(min_length=1)

    def spans(self) -> tuple[Span, ...]:
        """The mentions, and the role's span when there is one."""
        return self.mentions + ((self.role_at,) if self.role_at else ())


class DateExpression(ReviewedFact, Quote):
    """A time expression; `type` and `value` follow TIMEX3 (TimeML 1.2.1)."""

    type: TimexType
    value: str | None = Field(description="TIMEX3 value; X for digits that are not known.")
    basis: Basis = Field(description="explicit: the words alone say it; relative: counted from "
                         "the publication date; unresolved: it can't be known.")  # fmt: skip


class Figure(ReviewedFact, Quote):
    """An amount. `value` is in plain units (dollars, percent, points), never in millions."""

    kind: FigureKind
    value: Number
    upper: Number | None = Field(default=None, description="The upper end of a range.")
    currency: str | None = Field(default=None, description="ISO 4217 code, for money.")
    unit: str | None = Field(
        default=None, description="Of a quantity: km, mi, t and so on, as the text measures."
    )
    approximate: bool = False
    converts: Id | None = Field(
        default=None, description="The figure that the article converts here."
    )


class Speaker(Quote):
    """Who speaks or doubts: the words of the text, and the entity when it is a named one."""

    entity: Id | None = None


class Claim(ReviewedFact):
    """Somebody's statement as the article reports it."""

    speaker: Speaker | None = Field(description="null when the text names nobody.")
    cue: Quote | None = Field(description="The reporting words.")
    content: tuple[Quote, ...] = Field(min_length=1)
    form: Form
    certainty: Certainty
    depth: Annotated[int, Field(ge=1, le=9)] = Field(
        default=1, description="2: a report of a report."
    )


class Target(Quote):
    """What is doubted: the article's words, and the claim or entity when they are known."""

    claim: Id | None = None
    entity: Id | None = None


class Skeptic(ReviewedFact):
    """Doubt, dispute, denial or criticism of a claim or of somebody."""

    holder: Speaker | None = Field(description="null when the text names nobody.")
    cue: Quote
    stance: Stance
    target: Target
    grounds: Quote | None = None


class TimelineEvent(Fact, Quote):
    """Something that happened, happens or is to happen; `status` tells which of them."""

    date: Id | None = Field(default=None, description="Id of a date; null when undated.")
    status: EventStatus
    entities: tuple[Id, ...] = ()
    review: Review = Field(default="proposed", description="A person's decision on this event.")

    @property
    def review_status(self) -> Review:
        """What a person decided about the event."""
        return self.review

    @field_validator("status", mode="before")
    @classmethod
    def _no_review_in_status(cls, value: object) -> object:
        if isinstance(value, str) and value in get_args(Review):
            raise ValueError(
                f"in a timeline event `status` tells past from scheduled; write `review: {value}`"
            )
        return value


class Instrument(Quote):
    """What moved: a share, an index, a yield, a commodity, a market."""

    entity: Id | None = None
    ticker: str | None = Field(default=None, description="Only where it is sure.")


class MarketEffect(ReviewedFact, Quote):
    """A move of a price, index, yield, rate or market value; `quote` is its sentence or clause."""

    instrument: Instrument
    measure: Measure
    direction: Direction | None = Field(description="null when the text gives no direction.")
    cue: Quote
    change: tuple[Id, ...] = Field(
        default=(), description="The figures of one move (points and percent); empty: no size."
    )
    date: Id | None = None
    cause: Quote | None = Field(default=None, description="Only where the text states it.")


class ArticleRef(Model):
    """Which text the facts belong to."""

    id: Text
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    title: str | None = None
    published: str | None = None

    @field_validator("published")
    @classmethod
    def _iso(cls, value: str | None) -> str | None:
        return None if value is None else check_iso_date(value)

    @classmethod
    def of(cls, article: Article) -> Self:
        """The reference to `article` as it is now."""
        return cls(
            id=article.id, sha256=article.sha256, title=article.title, published=article.published
        )


KINDS = ("entities", "dates", "figures", "claims", "skeptics", "timeline", "market_effects")


class Orphan(Model):
    """A fact that stood on an earlier version of the article and does not stand on this one.

    `briefwright update` writes it, with the person's own lines under `fact`. It is shown nowhere
    but in the note on what changed. A person deletes it, or moves a corrected `fact` back to its
    list.
    """

    kind: Literal[
        "entities", "dates", "figures", "claims", "skeptics", "timeline", "market_effects"
    ]
    why: Literal["gone", "elsewhere", "ambiguous", "reference"] = Field(
        description="gone: its words are not in the text any more; elsewhere: they stand there "
        "with other words around them; ambiguous: more than one place fits; reference: a fact that "
        "it names does not stand any more."
    )
    version: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] = Field(
        description="The SHA-256 of the text on which it stood (`versions/`)."
    )
    was: str = Field(description="The sentence in which it stood.")
    now: str | None = Field(description="What stands there now; null when nothing does.")
    fact: dict[str, Any] = Field(description="The fact as it was.")


class Facts(Model):
    """All facts of one article."""

    schema_version: Literal[1] = Field(default=1, alias="schema")
    article: ArticleRef
    entities: tuple[Entity, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
    skeptics: tuple[Skeptic, ...] = ()
    timeline: tuple[TimelineEvent, ...] = ()
    market_effects: tuple[MarketEffect, ...] = ()
    orphaned: tuple[Orphan, ...] = Field(
        default=(), description="Facts that an update of the article has left without their words."
    )

    @model_validator(mode="after")
    def _stands_on_its_article(self, info: ValidationInfo) -> Self:
        article = (info.context or {}).get("article")
        if not isinstance(article, Article):
            raise TypeError("facts are built against their article: Facts.of(article, ...)")
        _prove(self, article)
        return self

    @classmethod
    def of(cls, article: Article, /, **kinds: Any) -> Self:
        """Facts of `article`; every quote is proved against its text.

        Args:
            article: the text the facts stand on.
            kinds: the lists by name (`claims=[...]`), as models or as plain data; `schema` and
                `article` as they stand in a facts file may be among them.

        Raises:
            pydantic.ValidationError: the data does not follow the format.
            BriefwrightError: F003, a quote is not the text at its span (`SpanMismatch`); F002, the
                file's sha256 is another's; F007, two facts share an id (`DuplicateId`).
        """
        data = {"schema": SCHEMA_VERSION, "article": ArticleRef.of(article), **kinds}
        return cls.model_validate(data, context={"article": article})

    def all(self) -> Iterator[Fact]:
        """Every fact, kind by kind."""
        for kind in KINDS:
            yield from getattr(self, kind)

    def by_id(self) -> dict[str, Fact]:
        """Every fact under its id."""
        return {fact.id: fact for fact in self.all()}

    def dump(self) -> dict[str, Any]:
        """Plain data for YAML and JSON, in the order of the format.

        Optional keys that would say nothing (no prefix, no note) are left out.
        """
        head = {"schema": self.schema_version, "article": self.article.model_dump(mode="json")}
        return head | {kind: [_dump_fact(f) for f in getattr(self, kind)] for kind in KINDS}


class SpanMismatch(FactsError):
    """A quote that is not the text at its span (F003), or the sha256 of another text (F002).

    No ValueError, so that it leaves pydantic's validation as it is.

    Attributes:
        loc: the path in the data.
        found: what stands there.
        expected: what the article has.
    """

    def __init__(self, loc: Loc, found: str, expected: str) -> None:
        self.loc, self.found, self.expected = loc, found, expected
        super().__init__(
            "F002" if loc[-1] == "sha256" else "F003",
            at=_path(loc),
            saw=shorten(found),
            wanted=shorten(expected) if expected else "words inside the text",
            fix="give the exact words of the article at this place",
        )


class DuplicateId(FactsError):
    """Two facts with one id (F007); `loc` is the path of the second."""

    def __init__(self, loc: Loc, id: str) -> None:
        self.loc, self.id = loc, id
        fix = "change one of the two ids"
        super().__init__("F007", at=_path(loc), saw=repr(id), fix=fix)


def _path(loc: Loc) -> str:
    return ".".join(map(str, loc))


def quotes_of(model: Model, loc: Loc = ()) -> Iterator[tuple[Loc, Quote]]:
    """Every quote inside `model`, itself included, with its path in the data."""
    if isinstance(model, Quote):
        yield loc, model
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, Model):
            yield from quotes_of(value, (*loc, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Model):
                    yield from quotes_of(item, (*loc, name, index))


def _prove(facts: Facts, article: Article) -> None:
    if facts.article.sha256 != article.sha256:
        raise SpanMismatch(("article", "sha256"), facts.article.sha256, article.sha256)
    text = article.text
    for loc, quote in quotes_of(facts):
        if quote.at.of(text) != quote.quote:
            raise SpanMismatch((*loc, "quote"), quote.quote, quote.at.of(text))
        before, after = text[: quote.at.start], text[quote.at.end :]
        if quote.prefix and not before.endswith(quote.prefix):
            raise SpanMismatch((*loc, "prefix"), quote.prefix, before[-len(quote.prefix) :])
        if quote.suffix and not after.startswith(quote.suffix):
            raise SpanMismatch((*loc, "suffix"), quote.suffix, after[: len(quote.suffix)])
    seen: set[str] = set()
    for kind in KINDS:
        for index, fact in enumerate(getattr(facts, kind)):
            _prove_fact(fact, (kind, index), text, seen)


def _prove_fact(fact: Fact, loc: Loc, text: str, seen: set[str]) -> None:
    if fact.id in seen:
        raise DuplicateId((*loc, "id"), fact.id)
    seen.add(fact.id)
    if isinstance(fact, Entity):
        for number, mention in enumerate(fact.mentions):
            if mention.end > len(text):
                raise SpanMismatch((*loc, "mentions", number), str(list(mention)), "a span inside")
        if fact.role_at and fact.role_at.of(text) != fact.role:
            raise SpanMismatch((*loc, "role"), str(fact.role), fact.role_at.of(text))


_SILENT = {"prefix", "suffix", "note", "role_at", "upper", "converts", "currency", "unit", "ticker"}


def _dump_fact(fact: Fact) -> dict[str, Any]:
    data = _drop_silent(fact.model_dump(mode="json", by_alias=True))
    last = ("status", "origin", "note") if isinstance(fact, ReviewedFact) else (
        "review", "origin", "note")  # fmt: skip
    middle = {key: data[key] for key in data if key != "id" and key not in last}
    return {"id": data["id"], **middle, **{key: data[key] for key in last if key in data}}


def _drop_silent(data: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, value in data.items():
        if value is None and key in _SILENT:
            continue
        if isinstance(value, dict):
            kept[key] = _drop_silent(value)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            kept[key] = [_drop_silent(item) for item in value]
        else:
            kept[key] = value
    return kept
