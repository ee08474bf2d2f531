"""From a web address to bytes: `Fetcher.fetch` is the door, and the guard stands in it."""

from briefwright.ingest.fetch.address import is_address
from briefwright.ingest.fetch.answer import Fetched
from briefwright.ingest.fetch.fetcher import FEEDS, Fetcher
from briefwright.ingest.fetch.guard import Guard

__all__ = ["FEEDS", "Fetched", "Fetcher", "Guard", "is_address"]
