"""Market effects: what moved. Movements are all words of movement, whatever moves."""

from briefwright.extract.market.find import find_market_effects as find_market_effects
from briefwright.extract.market.movements import find_movements as find_movements
