"""Skeptics: who doubts what."""

from briefwright.extract.skeptics.find import find_skeptics as find_skeptics
