"""Timeline: what happened when, and what is to come."""

from briefwright.extract.timeline.find import find_timeline as find_timeline
