"""`python -m tests.fuzz.run TARGET FOLDER [options of libFuzzer]`: look for bytes that break it.

Needs atheris (`pip install atheris`; CPython 3.11 to 3.13 on Linux), which is no dependency. The
folder keeps what was found from run to run.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path


def main() -> None:
    """Run one target until an option of libFuzzer, such as `-max_total_time=600`, ends it."""
    name, corpus, *options = sys.argv[1:]
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["briefwright", "yaml", "markdown"]):
        targets = importlib.import_module("tests.fuzz.targets")
    folder = Path(corpus)
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(targets.SEEDS[name]):
        (folder / f"seed-{number}").write_bytes(seed)
    atheris.Setup([sys.argv[0], str(folder), *options], targets.TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
