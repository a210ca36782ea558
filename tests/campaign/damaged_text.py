"""Damage of CSV files (`;`, UTF-8, LF): spreadsheets, editors and exports that meant well."""

from __future__ import annotations

from random import Random

Lines = list[bytes]


def lines_of(content: bytes) -> Lines:
    return content.split(b"\n")[:-1] if content.endswith(b"\n") else content.split(b"\n")


def joined(lines: Lines) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def _table(content: bytes) -> list[list[bytes]]:
    return [line.split(b";") for line in lines_of(content)]


def _joined_table(table: list[list[bytes]]) -> bytes:
    return joined([b";".join(fields) for fields in table])


def some_row(rng: Random, lines: Lines) -> int:
    """Any row but the header, if there is one."""
    return rng.randrange(1, len(lines)) if len(lines) > 1 else 0


# --- columns ---


def column_dropped(rng: Random, content: bytes) -> tuple[str, bytes]:
    table = _table(content)
    place = rng.randrange(len(table[0]))
    name = table[0][place].decode()
    return f"column {name} dropped", _joined_table([row[:place] + row[place + 1 :] for row in table])


def column_renamed(rng: Random, content: bytes) -> tuple[str, bytes]:
    table = _table(content)
    place = rng.randrange(len(table[0]))
    old = table[0][place]
    new = rng.choice([old.upper(), old + b"_1", b"", b'"' + old + b'"', old + b" ", b"kolom", old[:-1]])
    table[0] = [*table[0][:place], new, *table[0][place + 1 :]]
    return f"column {old.decode()} renamed to {new.decode()!r}", _joined_table(table)


def column_doubled(rng: Random, content: bytes) -> tuple[str, bytes]:
    table = _table(content)
    place = rng.randrange(len(table[0]))
    name = table[0][place].decode()
    return f"column {name} there twice", _joined_table([[*row, row[place]] for row in table])


def zeros_lost(rng: Random, content: bytes) -> tuple[str, bytes]:
    table = _table(content)
    place = rng.randrange(len(table[0]))
    for row in table[1:]:
        row[place] = row[place].lstrip(b"0")
    return f"leading zeros lost in column {table[0][place].decode()}", _joined_table(table)


# --- rows ---


def row_cut(rng: Random, content: bytes) -> tuple[str, bytes]:
    lines = lines_of(content)
    place = some_row(rng, lines)
    lines[place] = lines[place][: rng.randrange(len(lines[place]) + 1)]
    return f"row {place + 1} cut short", joined(lines)


def row_repeated(rng: Random, content: bytes) -> tuple[str, bytes]:
    lines = lines_of(content)
    place = some_row(rng, lines)
    times = rng.choice([1, 2, 20])
    return f"row {place + 1} there {times} times more", joined(lines + [lines[place]] * times)


def rows_glued(rng: Random, content: bytes) -> tuple[str, bytes]:
    lines = lines_of(content)
    place = some_row(rng, lines)
    return f"row {place + 1} glued to the next", joined(
        [*lines[:place], b"".join(lines[place : place + 2]), *lines[place + 2 :]]
    )


def blank_lines(rng: Random, content: bytes) -> tuple[str, bytes]:
    lines = lines_of(content)
    for _ in range(rng.choice([1, 3])):
        lines.insert(rng.randrange(len(lines) + 1), b"")
    return "blank lines between the rows", joined(lines)


def header_missing(rng: Random, content: bytes) -> tuple[str, bytes]:
    return "no header", joined(lines_of(content)[1:])


def header_repeated(rng: Random, content: bytes) -> tuple[str, bytes]:
    lines = lines_of(content)
    lines.insert(rng.randrange(1, len(lines) + 1), lines[0])
    return "the header there twice", joined(lines)


# --- characters ---


def delimiter_doubled(rng: Random, content: bytes) -> tuple[str, bytes]:
    lines = lines_of(content)
    place = rng.randrange(len(lines))
    lines[place] = lines[place].replace(b";", b";;", rng.choice([1, -1]))
    return f"delimiters doubled in line {place + 1}", joined(lines)


def delimiters_mixed(rng: Random, content: bytes) -> tuple[str, bytes]:
    lines = lines_of(content)
    place = rng.randrange(len(lines))
    lines[place] = lines[place].replace(b";", rng.choice([b",", b"\t"]))
    return f"other delimiters in line {place + 1}", joined(lines)


def quote_inserted(rng: Random, content: bytes) -> tuple[str, bytes]:
    place = rng.choice([rng.randrange(len(content) + 1), content.find(b";", rng.randrange(len(content))) + 1])
    return f"a quote inserted at byte {place}", content[:place] + b'"' + content[place:]


def two_quotes_inserted(rng: Random, content: bytes) -> tuple[str, bytes]:
    _, once = quote_inserted(rng, content)
    _, twice = quote_inserted(rng, once)
    return "two quotes inserted", twice


def quote_removed(rng: Random, content: bytes) -> tuple[str, bytes]:
    quoted = joined([b'"' + line.replace(b";", b'";"') + b'"' for line in lines_of(content)])
    quotes = [place for place, byte in enumerate(quoted) if byte == ord('"')]
    place = rng.choice(quotes)
    return f"everything quoted, and the quote at byte {place} gone", quoted[:place] + quoted[place + 1 :]


def code_invented(rng: Random, content: bytes) -> tuple[str, bytes]:
    table = _table(content)
    row, place = some_row(rng, lines_of(content)), rng.randrange(len(table[0]))
    table[row][place] = rng.choice([b"9998", b"XXXX", b"-1", b"1e4", b"0546.0", b"#N/A", b"NULL", b"0x1F"])
    return f"an invented code in row {row + 1}, {table[0][place].decode()}", _joined_table(table)


def field_huge(rng: Random, content: bytes) -> tuple[str, bytes]:
    table = _table(content)
    row, place = some_row(rng, lines_of(content)), rng.randrange(len(table[0]))
    size = rng.choice([300, 70_000, 3_000_000])
    table[row][place] = b"7" * size
    return f"a field of {size} characters in row {row + 1}", _joined_table(table)


def nul_bytes(rng: Random, content: bytes) -> tuple[str, bytes]:
    place = rng.randrange(len(content) + 1)
    return f"NUL bytes at byte {place}", content[:place] + b"\x00" * rng.choice([1, 8]) + content[place:]


DAMAGES = [
    column_dropped,
    column_renamed,
    column_doubled,
    zeros_lost,
    row_cut,
    row_repeated,
    rows_glued,
    blank_lines,
    header_missing,
    header_repeated,
    delimiter_doubled,
    delimiters_mixed,
    quote_inserted,
    two_quotes_inserted,
    quote_removed,
    code_invented,
    field_huge,
    nul_bytes,
]
