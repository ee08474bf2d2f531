"""Figures: amounts with their values."""

from briefwright.extract.figures.find import find_figures as find_figures
