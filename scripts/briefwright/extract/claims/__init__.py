"""Claims: who says what."""

from briefwright.extract.claims.find import find_claims as find_claims
