"""Eighty falsehoods that a faulty template could put on a page; the gate refuses each."""

from __future__ import annotations

import pytest
from tests.compose.cases import CASES, INFO, briefs, dossiers

from briefwright.gate import Ledger, ledger, prove
from briefwright.model import Brief, Judgment
from briefwright.site.gated import Gated, gated
from briefwright.store.templates import load_templates

BRIEF, PAGE = "briefs/deepseek-wake-up-call.md", "articles/deepseek-wake-up-call.md"


def composed(case: str, templates: dict[str, str] | None = None) -> Gated:
    return gated(dossiers(case), briefs(case), templates or load_templates(), INFO)


@pytest.fixture(scope="module")
def seed() -> tuple[dict[str, str], Ledger]:
    made = composed("seed")
    return made.pages, ledger(made.records, [INFO.name])


@pytest.mark.parametrize("case", sorted(p.name for p in CASES.iterdir()))
def test_the_golden_pages_pass(case: str) -> None:
    proof = composed(case).proof
    assert proof.refusals == ()
    assert {quote.kind for _, _, quote in proof.quotes} <= {"verbatim", "elided"}


# What stands on the page, and the falsehood in its place.
FALSEHOODS = [
    # changed digits and units
    ("a staggering loss of approximately $600 billion (", "a staggering loss of approximately $500 billion ("),
    ("**£482 billion**", "**£428 billion**"),
    ("was trained for approximately $6 million", "was trained for approximately $6 billion"),
    ("**approximately $6 million**", "**$5.6 million**"),
    ("- 1.4% decline", "- 2.4% decline"),
    ("- 1.4% decline", "- 1% decline"),
    ("- 1.4% decline", "- 1.4 points decline"),
    ("**1.4%**", "**about 1%**"),
    ("**around 50,000**", "**around 5,000**"),
    ("**around 50,000**", "**exactly 50,000**"),
    ("approximately $600 billion (in the article: £482 billion)", "approximately €600 billion (in the article: £482 billion)"),
    ("approximately $600 billion (in the article: £482 billion)", "approximately $600 billion (in the article: £842 billion)"),
    ("| 1.4% |", "| 14% |"),
    ("| 1.4% |", "| １.4% |"),
    ("**£482 billion**", "**£48<b>3</b> billion**"),
    ("**£482 billion**", "**£4\u200b82 billion**"),
    # words dropped, added, changed
    ("> China’s recent advancements in AI could potentially yield", "> China’s recent advancements in AI could potentially not yield"),
    ("> China’s recent advancements in AI could potentially yield", "> China’s recent advancements in AI will yield"),
    ("> to have developed its R1 model at a fraction", "> to have developed its R1 model at twice"),
    ("> skepticism remains regarding some of the claims", "> no skepticism remains regarding some of the claims"),
    ("> “a wake-up call”", "> “not a wake-up call”"),
    ("> “a wake-up call”", "> “a wakeup call”"),
    ("> “Obviously.”", "> “Obviously not.”"),
    ("I think that’s a good thing for us,”", "I think that’s a bad thing for us,”"),
    ("> “an impressive model, particularly", "> “a model, particularly"),
    ("> “Obviously.”", "> “I know nothing about it.”"),
    ("> was trained for approximately $6 million", "> was trained"),
    ("Many Asian markets remained closed for", "Many Asian markets remained open for"),
    ("China’s financial markets scheduled to reopen on February 5 [", "China’s financial markets reopen on February 5 ["),
    ("it quickly became the most downloaded", "it quickly became the least downloaded"),
    # speakers, names, roles
    ("### Claim 1 · Donald Trump", "### Claim 1 · Elon Musk"),
    ("### Claim 7 · Sam Altman", "### Claim 7 · Donald Trump"),
    ("### Claim 2 · DeepSeek", "### Claim 2 · Nvidia"),
    ("### Claim 9 · Experts (unnamed)", "### Claim 9 · Marina Zhang"),
    ("### Claim 12 · reports (unnamed)", "### Claim 12 · not attributed"),
    ("### Claim 10 · Marina Zhang", "### Claim 10 · Maria Zhang"),
    ("### Claim 10 · Marina Zhang", "### Claim 10 · М\u0430rina Zhang"),
    ("### Doubt 3 · Elon Musk", "### Doubt 3 · Sam Altman"),
    ("OpenAI’s CEO · direct quote", "OpenAI’s chairman · direct quote"),
    ("tech entrepreneur · direct quote", "OpenAI’s CEO · direct quote"),
    ("attributed to “Trump” by “remarked”", "attributed to “Trump” by “admitted”"),
    ("attributed to “Trump” by “remarked”", "attributed to “Musk” by “remarked”"),
    ("- **Sam Altman**, OpenAI’s CEO", "- **Sam Altman**, tech entrepreneur"),
    ("· direct quote · asserted", "· accepted by a person · direct quote · asserted"),
    ("| **Nvidia** | market value", "| **Softbank** | market value"),
    ("- Nvidia, which saw a staggering loss", "- DeepSeek, which saw a staggering loss"),
    # the facts' own values
    ("paraphrase · hedged · first-hand · attributed to “Trump”", "paraphrase · asserted · first-hand · attributed to “Trump”"),
    ("direct quote · asserted · first-hand · attributed by “described”", "paraphrase · asserted · first-hand · attributed by “described”"),
    ("| **Advantest** | price | ▼ down", "| **Advantest** | price | ▲ up"),
    ("| **Asian markets** | index level | direction not given", "| **Asian markets** | index level | ▼ down"),
    ("· written “February 5” · scheduled", "· written “February 5” · happened"),
    # dates
    ("1.  **27 January 2025**", "1.  **28 January 2025**"),
    ("1.  **27 January 2025**", "1.  **Tuesday, 27 January 2025**"),
    ("2.  **5 February 2025**", "2.  **5 February 2026**"),
    ("written “February 5”", "written “February 6”"),
    ("a duration: 1 week", "a duration: 2 weeks"),
    ("- **As of** 28 January 2025", "- **As of** 29 January 2025"),
    # counts, headings, lines without facts
    ("56 facts: 13 claims", "56 facts: 14 claims"),
    ("3 doubts, 4 events", "no doubts, 4 events"),
    ("- **Donald Trump**, U.S. President · person · 4 mentions", "- **Donald Trump**, U.S. President · person · 40 mentions"),
    ("## Key numbers {: #key-numbers }", "## Key numbers: Nvidia lost 17 % {: #key-numbers }"),
    ("Exact extracts, chosen by rule:", "Exact extracts by Elon Musk, chosen by rule:"),
    ("Exact extracts, chosen by rule:", "“The market is wrong.” Exact extracts, chosen by rule:"),
    ("What does the article report about DeepSeek’s R1", "Why did Nvidia lose $600 billion"),
    # the head, the bottom line and the foot
    ("19 passed, 1 failed", "20 passed, 0 failed"),
    ("19 passed, 1 failed", "19 passed, 0 failed"),
    ("9 had nothing to compare", "8 had nothing to compare"),
    ("- **Updated** no update is known", "- **Updated** 30 January 2025"),
    ("- In a striking commentary, U.S. President Donald Trump", "- In a striking commentary, Elon Musk"),
    ("- In a striking commentary,", "- It is certain that in a striking commentary,"),
    ("as “a wake-up call” for American tech firms.", "as “a wake-up call” for European tech firms."),
    ("56 found by fixed rules", "55 found by fixed rules"),
    (". Version ", ". Version 1"),
    (", as of 28 January 2025. Version", ", as of 29 January 2025. Version"),
    # pictures
    (">27 January 2025</tspan>", ">29 January 2025</tspan>"),
    (">1 February 2025</text>", ">1 March 2025</text>"),
    (">1 February 2025</text>", ">2 February 2024</text>"),
    ("27 January 2025 — happened", "28 January 2025 — happened"),
    (">China’s financial markets…</tspan>", ">China’s financial ministers…</tspan>"),
    (">Elon Musk</tspan>", ">Ion Stoica</tspan>"),
    ("Elon Musk — doubts — DeepSeek", "Elon Musk — denies — DeepSeek"),
    ("Elon Musk — doubts — DeepSeek", "Marina Zhang — doubts — DeepSeek"),
    (">Who doubts whom</title>", ">Elon Musk doubts Nvidia</title>"),
    # facts that are not there, hidden text, attributes
    ("data-fact=c-c6ca75301f", "data-fact=c-0000000000"),
    ("> “Obviously.”", "> “Obviously.” <span title=\"He lied in 2019\">i</span>"),
    ("> “Obviously.”", "> “Obviously.” <span style=\"display:none\">Elon Musk lied.</span>"),
    ("> “Obviously.”", "> “Obviously.”\n>\n> He later apologised to OpenAI."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), FALSEHOODS)
def test_a_falsehood_is_refused(old: str, new: str, seed: tuple[dict[str, str], Ledger]) -> None:
    pages, book = seed
    assert old in pages[BRIEF]
    changed = pages[BRIEF].replace(old, new, 1)
    assert refused({BRIEF: changed}, book), f"{new!r} passed"


# Of the tables over all briefs.
IN_TABLES = [
    ("claims.md", "published 28 January 2025", "published 29 January 2025"),
    ("claims.md", "published 28 January 2025", "28 January 2025"),
    ("claims.md", "| **Sam Altman** |", "| **Ion Stoica** |"),
    ("claims.md", "| hedged |", "| asserted |"),
    ("claims.md", "an impressive model", "the best model"),
    ("skeptics.md", "| **Elon Musk** |", "| **Sam Altman** |"),
    ("skeptics.md", "| doubts |", "| denies |"),
    ("skeptics.md", "published 28 January 2025", "published 28 January 2024"),
    ("market-effects.md", "| ▼ down | 1.4% |", "| ▲ up | 1.4% |"),
    ("market-effects.md", "| **Advantest**", "| **Nvidia**"),
    ("timeline.md", "**5 February 2025**", "**6 February 2025**"),
    ("timeline.md", "| scheduled |", "| happened |"),
]


@pytest.mark.parametrize(("page", "old", "new"), IN_TABLES)
def test_a_falsehood_in_a_table_is_refused(
    page: str, old: str, new: str, seed: tuple[dict[str, str], Ledger]
) -> None:
    pages, book = seed
    assert old in pages[page]
    assert refused({page: pages[page].replace(old, new, 1)}, book)


def test_there_are_at_least_eighty() -> None:
    assert len(set(FALSEHOODS)) >= 80


@pytest.mark.parametrize(
    ("old", "new"),
    [("staggering loss", "staggering gain"), ("approximately", "exactly"), ("Altman", "Alderman")],
)
def test_a_changed_source_is_refused(
    old: str, new: str, seed: tuple[dict[str, str], Ledger]
) -> None:
    pages, book = seed
    assert old in pages[PAGE]
    assert refused({PAGE: pages[PAGE].replace(old, new)}, book)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("partials/words.md.j2", "{{ piece }}”", "{{ piece | replace('a ', 'the ') }}”"),
        ("partials/claim.md.j2", "{{ claim.certainty }}", "asserted"),
        ("partials/events.md.j2", "{{ event.quote }}", "{{ event.quote | replace('not ', '') | title }}"),
        ("partials/figures.md.j2", "{{ figure.words }}", "{{ figure.words | replace('approximately ', '') }} exactly"),
        ("partials/evidence.md.j2", " data-fact={{ ref.anchor }}", ""),
    ],
)  # fmt: skip
def test_a_faulty_template_is_refused(name: str, old: str, new: str) -> None:
    templates = load_templates()
    assert old in templates[name]
    templates[name] = templates[name].replace(old, new)
    assert composed("seed", templates).proof.refusals


def bottom(brief: Brief, text: str) -> Brief:
    """The brief with an editor's bottom line that rests on the loss of $600 billion."""
    return brief.model_copy(
        update={
            "bottom_line": Judgment(
                text=text, facts=("f-af8cae50a5",), likelihood="likely", confidence="low"
            )
        }
    )


def with_bottom(text: str) -> Gated:
    (brief,) = briefs("seed")
    return gated(dossiers("seed"), [bottom(brief, text)], load_templates(), INFO)


def test_an_editors_bottom_line_passes_and_its_numbers_stand_in_its_facts() -> None:
    made = with_bottom("The loss of approximately $600 billion is likely to last.")
    assert made.proof.refusals == ()
    assert "The editor’s own sentence" in made.pages[BRIEF]
    assert "chosen by rule: the first sentence" not in made.pages[BRIEF]
    for text in ("The loss of $700 billion will last.", "Nvidia and Softbank will lose again."):
        assert with_bottom(text).proof.refusals, text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("is likely to last.", "is certain to last."),
        ("Likelihood: likely.", "Likelihood: almost certain."),
        ("Confidence: low.", "Confidence: high."),
        (" Confidence: low.", ""),
    ],
)
def test_an_editors_bottom_line_stands_as_written(old: str, new: str) -> None:
    made = with_bottom("The loss of approximately $600 billion is likely to last.")
    page = made.pages[BRIEF]
    assert old in page
    book = ledger(made.records, [INFO.name])
    assert not refused({BRIEF: page}, book)
    assert refused({BRIEF: page.replace(old, new, 1)}, book)


def refused(pages: dict[str, str], book: Ledger) -> bool:
    return bool(prove(pages, book).refusals)
