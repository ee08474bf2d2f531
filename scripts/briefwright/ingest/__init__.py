"""From a source to an article: canonical text and what is known about it."""
