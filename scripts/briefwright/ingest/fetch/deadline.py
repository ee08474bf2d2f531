"""One time limit for all of a fetch: names, connections, redirects and the last byte."""

from __future__ import annotations

import time

from briefwright.errors import FetchError


class Deadline:
    """Runs from where it is made. `at` is the address that messages name."""

    def __init__(self, seconds: float, at: str) -> None:
        self.seconds, self.at = seconds, at
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """The seconds that are left.

        Raises:
            FetchError: N006, there are none.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.passed()
        return left

    def passed(self) -> FetchError:
        """N006."""
        return FetchError(
            "N006",
            at=self.at,
            saw=f"no end after {self.seconds:g} seconds",
            wanted="the whole answer within that time",
            fix="try again later, or raise `fetch: timeout_seconds` in briefwright.yml",
        )
