"""The attack: hostile texts through every position of a real site, opened in a real browser.

    python -m tests.security.attack --corpora FOLDER

A folder with `attack/*.json`, each a list of texts, is what `make attack CORPORA=FOLDER` takes.
"""
