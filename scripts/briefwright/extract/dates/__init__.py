"""Dates: time expressions with their TIMEX3 values."""

from briefwright.extract.dates.find import find_dates as find_dates
