"""Mistakes that a user can mend, each with its own exit code."""

from __future__ import annotations


class InternationalsError(Exception):
    """A mistake that the user can mend. The message is a sentence; `exit_code` is documented in the CLI.

    Subclasses are the only exceptions that a room raises on purpose; they are shown without a traceback.
    """

    exit_code = 70


class ConfigError(InternationalsError):
    """`municipality.yml`, an edition or a command's argument is wrong."""

    exit_code = 3


class DataError(InternationalsError):
    """An input file is missing, unreadable, or has too many rejected rows."""

    exit_code = 4


class DisclosureError(InternationalsError):
    """The door refused: something would have been published that may not be."""

    exit_code = 5


class ClaimError(InternationalsError):
    """A page says something that the release does not show, or says it in one language only."""

    exit_code = 6


class SourceError(InternationalsError):
    """A source of open data is unavailable."""

    exit_code = 7


class DifferenceError(InternationalsError):
    """A release differs from figures that were published."""

    exit_code = 8


class AccessibilityError(InternationalsError):
    """An automatic check of the site found something that not everybody can read or use."""

    exit_code = 9
