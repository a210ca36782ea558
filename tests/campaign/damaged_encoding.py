"""Damage of the characters and line ends of a whole CSV file."""

from __future__ import annotations

from random import Random

from tests.campaign.damaged_text import joined, lines_of, some_row


def encoding_mixed(rng: Random, content: bytes) -> tuple[str, bytes]:
    lines = lines_of(content)
    place, other = some_row(rng, lines), some_row(rng, lines)
    lines[place] = lines[place].replace(b";", b"\xe9;", 1)
    lines[other] = lines[other].replace(b";", "ł;".encode(), 1)
    return f"Windows-1252 in row {place + 1} and UTF-8 in row {other + 1}", joined(lines)


def other_encoding(rng: Random, content: bytes) -> tuple[str, bytes]:
    name = rng.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
    return f"the whole file in {name}", content.decode("utf-8").encode(name)


def line_ends_mixed(rng: Random, content: bytes) -> tuple[str, bytes]:
    ends = rng.choice([[b"\n", b"\r\n"], [b"\r"], [b"\n", b"\r"], [b"\r\n", b"\r", b"\n"]])
    return f"line ends {ends}", b"".join(line + rng.choice(ends) for line in lines_of(content))


DAMAGES = [encoding_mixed, other_encoding, line_ends_mixed]
