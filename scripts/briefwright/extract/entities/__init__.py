"""Entities: names, their types, and who a word stands for."""

from briefwright.extract.entities.find import find_entities as find_entities
