"""A brief for other programs: each format has a file here. The door is `exports`; pure.

Only what pages may show is exported: rejected facts are left out, and so are the words of a
restricted article that a hosted site does not show (`compose.withheld`).
"""

from __future__ import annotations

from briefwright.compose.exports.formats import FORMATS as FORMATS
from briefwright.compose.exports.formats import Format as Format
from briefwright.compose.exports.formats import exports as exports
