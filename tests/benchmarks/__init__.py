"""Measured by hand, never by pytest: each script pits the app against a bare yardstick and prints the ratio.

Run one from the project's root: `python -m tests.benchmarks.startup` (or counter, imports, standings). Both sides are
whole processes, in turn (A B A B), and medians count, so that a slow machine is slow for both.
"""
