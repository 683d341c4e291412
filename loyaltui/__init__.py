"""loyaltui: a small shop's customers, visits and points, in the terminal."""

__version__ = "0.1.0"
