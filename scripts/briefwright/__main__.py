"""`python -m briefwright`."""

from briefwright.cli import main

if __name__ == "__main__":
    main()
