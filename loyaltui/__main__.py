"""`python -m loyaltui`."""

from loyaltui.cli import main

main()
