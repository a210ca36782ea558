"""Text in every language."""

from __future__ import annotations

from collections.abc import Mapping

Text = Mapping[str, str]
"""One text in every language: `{"nl": "...", "en": "..."}`."""
