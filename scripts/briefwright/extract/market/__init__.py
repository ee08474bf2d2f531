"""Market effects: what moved."""

from briefwright.extract.market.find import find_market_effects as find_market_effects
from briefwright.extract.market.find import find_movements as find_movements
