"""Measurements of accuracy and speed; see README.md for the figures and their commands."""
