"""The command line: one command a file."""

from sayso.cli.main import main

__all__ = ["main"]
