"""Holds a release against published figures: what it reproduces, what differs, and where the publication errs.

A published row is computed by rule, from its measure, subject and breakdown, and never by its id: which table
holds what is data (`mapping.yml`), a measure is a function in `measures`, and the test of a claim one in `claims`.
"""

from __future__ import annotations

from internationals.verification.judging import verify
from internationals.verification.published import Published, read_published
from internationals.verification.results import Outcome, Result

__all__ = ["Outcome", "Published", "Result", "read_published", "verify"]
