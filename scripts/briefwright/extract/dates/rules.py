"""The rules: each form of time expression as a compiled pattern with its reader."""

from __future__ import annotations

import re
from functools import cache

from briefwright.extract.dates import holidays
from briefwright.extract.dates.context import Reader
from briefwright.extract.dates.day_forms import clock_forms, day_forms
from briefwright.extract.dates.duration_forms import duration_forms, reference_forms, set_forms
from briefwright.extract.dates.period_forms import period_forms
from briefwright.extract.dates.vocabulary import Form, one_of


@cache
def rules() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """All rules; where two match the same place the longer match stands, then the earlier rule."""
    forms = [
        *day_forms(),
        *clock_forms(),
        *period_forms(),
        *duration_forms(),
        *set_forms(),
        *reference_forms(),
        *_holiday_forms(),
    ]
    return tuple(
        (re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.IGNORECASE), reader)
        for pattern, reader in forms
    )


def _holiday_forms() -> list[Form]:
    keys = ("holidays", "easter", "nth_weekdays", "movable")
    feasts = "|".join(one_of(key) for key in keys).replace("'", "['’]")
    return [
        (
            rf"(?:the )?(?:(?P<which>{one_of('bank_holidays')}) )?bank holiday",
            holidays.bank_holiday,
        ),
        (rf"(?:the )?(?P<h>{feasts})(?: holidays?)?", holidays.holiday),
        (rf"(?P<h>{one_of('named_days')})", holidays.named_day),
    ]
