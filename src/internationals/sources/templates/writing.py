"""Empty files for a researcher to fill in, with a text in both languages that says how."""

from __future__ import annotations

from pathlib import Path

from internationals.sources.respondents import Options
from internationals.sources.source import catalogue
from internationals.sources.templates.layout import templates

README = "LEESMIJ-README.txt"
SURVEY = "survey"

_INTRODUCTION = """\
NEDERLANDS
Elk bestand hier is een leeg sjabloon van één bron. Vul het in en zet het onder dezelfde naam in deliveries/.
Elke regel is één getal, in survey één respondent. Is een getal er niet, laat het dan leeg; 0 is nul. Een kolom
status mag erbij: voorlopig. Een kolom opmerking mag ook; die wordt niet gelezen. Bewaar als CSV (met ; of ,
ertussen) of als XLSX. Codes zijn tekst: maak in een rekenblad de kolommen op als tekst, anders verdwijnen de nullen
vooraan (546 in plaats van 0546).

ENGLISH
Every file here is the empty template of one source. Fill it in and put it into deliveries/ under the same name.
Every row is one number, in survey one respondent. Leave a number that is not there empty; 0 is zero. A column status
may be added: voorlopig (provisional). So may a column opmerking (remark), which is not read. Save as CSV (with ; or ,
between values) or as XLSX. Codes are text: format the columns as text in a spreadsheet, or leading zeros are lost
(546 in place of 0546).
"""


def write(folder: Path, spreadsheets: bool = False) -> tuple[Path, ...]:
    """Write an empty template per source into a folder, as CSV or else as XLSX, and a text that explains them.

    A file that is there already stays as it is. Gives the files that were written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for source, header in headers().items():
        path = folder / f"{source}{'.xlsx' if spreadsheets else '.csv'}"
        if path.exists():
            continue
        if spreadsheets:
            _write_sheet(path, header)
        else:
            path.write_text(";".join(header) + "\n", encoding="utf-8")
        written.append(path)
    readme = folder / README
    if not readme.exists():
        readme.write_text(explanation(), encoding="utf-8")
        written.append(readme)
    return tuple(written)


def headers() -> dict[str, tuple[str, ...]]:
    """The column names of every file by hand: one per template, and that of the respondents of a survey."""
    return {name: template.header for name, template in templates().items()} | {SURVEY: _survey().columns()}


def _survey() -> Options:
    return Options.model_validate(catalogue()[SURVEY].options[SURVEY])


def explanation() -> str:
    """What every column of every template means, in both languages, with an example."""
    parts = [_INTRODUCTION]
    for source, template in templates().items():
        lines = [source, "=" * len(source)]
        for name, column in template.columns.items():
            lines += [f"{name}: {column.nl} | {column.en}"]
            lines += [f"    {' / '.join(column.codes)}"] if column.codes else []
        parts.append("\n".join([*lines, "", ";".join(template.header), *template.example]) + "\n")
    return "\n".join([*parts, _about_survey()])


def _about_survey() -> str:
    options = _survey()
    lines = [
        SURVEY,
        "=" * len(SURVEY),
        "Elke regel is één respondent; ook SPSS (.sav) kan. | Every row is one respondent; SPSS (.sav) will do too.",
        f"{options.year}: het jaar van het onderzoek | the year of the survey",
        f"{options.weight}: het gewicht, boven nul | the weight, above zero",
        f"{options.nationality}: {' / '.join((*options.dutch, *options.non_dutch))}",
    ]
    for name, item in options.asked.items():
        lines.append(f"{item.column or name}: {item.labels['nl']} | {item.labels['en']}")
        lines.append(f"    {' / '.join((*item.yes, *item.no))}")
    return "\n".join([*lines, "", ";".join(options.columns())]) + "\n"


def _write_sheet(path: Path, header: tuple[str, ...]) -> None:
    """A workbook with the header and its columns as text, so that leading zeros stay."""
    from openpyxl import Workbook  # slow to load, and written on request only

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(header))
    for column in sheet.iter_cols(min_row=1, max_row=1000, max_col=len(header)):
        for cell in column:
            cell.number_format = "@"
    book.save(path)
