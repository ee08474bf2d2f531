"""Spans and the quotes that stand on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in Unicode code points of an article's canonical text; never empty.

    Written as the two-element list `[start, end]` in YAML and JSON.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs from 0 <= start < end, not [{self.start}, {self.end}]")

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[int]:
        return iter((self.start, self.end))

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The span moved by `by` code points."""
        return Span(self.start + by, self.end + by)

    @classmethod
    def cover(cls, spans: Iterable[Span]) -> Span:
        """The smallest span that contains all of `spans` (at least one)."""
        found = list(spans)
        return cls(min(s.start for s in found), max(s.end for s in found))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        pair = core_schema.list_schema(
            core_schema.int_schema(ge=0, strict=True), min_length=2, max_length=2
        )
        from_pair = core_schema.no_info_after_validator_function(lambda p: cls(*p), pair)
        return core_schema.json_or_python_schema(
            json_schema=from_pair,
            python_schema=core_schema.union_schema(
                [core_schema.is_instance_schema(cls), from_pair], mode="left_to_right"
            ),
            serialization=core_schema.plain_serializer_function_ser_schema(list),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "type": "array",
            "items": {"type": "integer", "minimum": 0},
            "minItems": 2,
            "maxItems": 2,
            "description": "[start, end) in Unicode code points of the canonical text.",
        }


class Model(BaseModel):
    """Base of all data: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


Text = Annotated[str, Field(min_length=1)]


class Quote(Model):
    """Words of the article and where they stand: `article.text[at.start:at.end] == quote`.

    The law is proved when a `Facts` is built, because only there the text is at hand.
    """

    quote: Text = Field(description="The exact words of the article.")
    at: Span = Field(description="Where they stand; `briefwright align` fills it in.")
    prefix: str | None = Field(
        default=None,
        description="Words right before the quote (W3C TextQuoteSelector), to tell repeats apart.",
    )
    suffix: str | None = Field(default=None, description="Words right after the quote.")

    @classmethod
    def of(cls, text: str, span: Span, **fields: Any) -> Any:
        """The quote that `text` has at `span`; exact by construction."""
        return cls(quote=span.of(text), at=span, **fields)
