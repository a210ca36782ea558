"""Statuses as codes of the SDMX lists CL_OBS_STATUS and CL_CONF_STATUS, for files that others read."""

from __future__ import annotations

from collections.abc import Mapping

from internationals.shapes import Status

SDMX: Mapping[Status, tuple[str, str]] = {
    Status.NORMAL: ("A", "F"),
    Status.PROVISIONAL: ("P", "F"),
    Status.BREAK: ("B", "F"),
    Status.ROUNDED: ("E", "F"),  # the list has no code for rounded: an estimate of the number, free to use
    Status.SUPPRESSED: ("Q", "C"),
    Status.MISSING: ("O", "F"),
    Status.NOT_APPLICABLE: ("M", "F"),
    Status.NOT_YET: ("L", "F"),
}
"""The observation status and the confidentiality status of every status; no two have the same pair."""

STATUS: Mapping[tuple[str, str], Status] = {codes: status for status, codes in SDMX.items()}
