"""Market effects: what moved."""

from briefwright.extract.market.find import find_market_effects as find_market_effects
