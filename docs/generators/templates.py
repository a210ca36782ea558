"""`reference/deliveries.md`: the files by hand, column by column, from the templates that read them."""

from __future__ import annotations

from typing import get_args

from generators.markdown import code, joined, sentence, table, written_by
from internationals.sources import Source, catalogue
from internationals.sources.correcting import Correction
from internationals.sources.findings import SHOWN
from internationals.sources.respondents import Options
from internationals.sources.templates import Column, Template, templates
from internationals.sources.templates.layout import Form

PLACE = "reference/deliveries.md"

INTRODUCTION = f"""\
Sources that offer nothing to fetch come as files by hand, in the project's folder `deliveries/`. A file has
the name of its source and is a CSV or an XLSX; a survey may be an SPSS file.

- CSV has `;` or `,` between values and is in UTF-8 (with or without a byte order mark) or Windows-1252.
- Of an XLSX the first sheet is read. Merged cells, a formula whose result was not saved, and a second sheet
  with the same columns are refused.
- The first row has the column names, in any order. A column `status` may say `voorlopig` (provisional); a
  column `opmerking` (remark) is not read; any other column is refused.
- Every row is one number. Empty, `.` or `x` is a number that is not there; `0` is zero.
- Codes are text with their leading zeros. `546` in place of `0546` is refused, not repaired.
- Equal rows count once. Rows that say different things about the same are refused.

Everything that is wrong in a file is said at once, with its row and column, what was found, what was
expected and what to do: the first {SHOWN}, and how many more there are. A file with a mistake is not used; the
last one that was read well stays in use.
"""
FORMS = {
    "year": "a year of four digits that has begun",
    "month": "`1` to `12`",
    "month_or_unknown": "`1` to `12`, or `onbekend`",
    "municipality": "four digits (table 33), or `onbekend`",
    "area": "four digits (table 33), or the code of a region, as `071`",
    "residence": "four digits (table 33), `elders` or `onbekend`",
    "country": "four digits (table 34), `overig_eer` or `overig_buiten_eer`",
    "nationality": "four digits (table 32)",
    "study_year": "two years, as `2021/2022`",
    "brin": "two digits and two letters, as `21PB`",
    "amount": "a whole number, or nothing",
    "name": "a text",
}
SURVEY = """\
One row per respondent, as CSV, XLSX or SPSS (`.sav`). Nothing of a respondent leaves this step: what is kept
are shares per item, weighted, with a 95% interval and the number who answered ([D26](definitions.md)), and who
answered at all, unweighted. Where one of the two groups has fewer than 30 answers, nothing is said of either.
In SPSS a value is its label, where it has one; what SPSS calls missing by the user is not answered. A weight
that is missing or not above zero is a mistake.

What the columns and answers are called can be set in `municipality.yml`, under `sources`, `survey`, `options`,
`survey`:
"""
SURVEY_EXAMPLE = """\
```yaml
sources:
  survey:
    options:
      survey:
        weight: weegfactor
        items:
          home_language_other: {column: v12, yes: ["1"], no: ["2"]}
          willing_to_help: null
          feels_at_home:
            labels: {nl: Voelt u zich hier thuis?, en: Do you feel at home here?}
```
"""
CORRECTIONS = """\
A known error of a source is put right in `corrections/<source>.yml` of the project: a list, in which every
entry names the wrong value that it expects. As soon as the source gives something else the correction is
refused, so that none outlives its error. The reason is printed with every figure of the source.
"""
CORRECTION_EXAMPLE = """\
```yaml
- where: {year: "2021", month: "08"}
  expected: 70
  action: override
  value: 700
  reason:
    nl: Het cijfer van augustus 2021 mist een nul; de balie heeft het bevestigd.
    en: The number of August 2021 lacks a zero; the desk has confirmed so.
  status: reported
  reported: 2022-03-01
```
"""
CORRECTION_KEYS = {
    "where": "code per dimension; of a dimension that is left out, all codes",
    "expected": "the wrong value as the source gives it, or `{below: …}`, `{above: …}` or both",
    "action": "`drop` (becomes missing), `override` (by `value`), `scale` (times `value`), `flag` (a note only)",
    "value": "with `override` and `scale`",
    "reason": "a sentence in `nl` and `en`",
    "status": "`open`, `reported` or `acknowledged`",
    "reported": "the day on which the producer was told, unless `open`",
}


def page() -> str:
    """The whole page. Raises LookupError when a form or a key is described that does not exist, or not at all."""
    if difference := set(FORMS) ^ set(get_args(Form)):
        raise LookupError(f"FORMS: not the same as in layout.py: {difference}.")
    if difference := set(CORRECTION_KEYS) ^ (set(Correction.model_fields) - {"file"}):
        raise LookupError(f"CORRECTION_KEYS: not the same as in correcting.py: {difference}.")
    sources = catalogue()
    return joined(
        "# Files by hand",
        written_by("`src/internationals/sources/templates/` and `docs/generators/templates.py`"),
        INTRODUCTION,
        *(_section(sources[name], template) for name, template in templates().items()),
        _survey(sources["survey"]),
        "## Corrections",
        CORRECTIONS,
        table(("key", "content"), [(code(key), text) for key, text in CORRECTION_KEYS.items()]),
        CORRECTION_EXAMPLE,
    )


def _title(source: Source) -> str:
    return joined(
        f"## `{source.id}`", f"{source.title['en']} (*{source.title['nl']}*). {source.producer['en']}."
    )


def _section(source: Source, template: Template) -> str:
    columns = [
        (code(name), sentence(column.en), sentence(column.nl), _content(column))
        for name, column in template.columns.items()
    ]
    return joined(
        _title(source),
        table(("column", "meaning", "betekenis", "may contain"), columns),
        _rules(source, template),
        "```text\n" + "\n".join([";".join(template.header), *template.example]) + "\n```",
    )


def _content(column: Column) -> str:
    return ", ".join(map(code, column.codes)) if column.codes else FORMS[str(column.form)]


def _rules(source: Source, template: Template) -> str:
    """What is held against each other, in the words of the file."""
    lines = [f"- Every number is a multiple of {source.rounded_to}, to which the source rounds."] * bool(
        source.rounded_to
    )
    for rule in template.sums:
        parts = " + ".join(code(_word(template, rule.along, part)) for part in rule.parts)
        margin = ", but for what rounding explains" if source.rounded_to else ""
        lines.append(f"- {parts} = {code(_word(template, rule.along, rule.whole))}{margin}.")
    lines += [
        f"- {code(_word(template, each.along, each.part))} is not above "
        f"{code(_word(template, each.along, each.whole))}."
        for each in template.within
    ]
    return "\n".join(lines)


def _word(template: Template, dimension: str, ours: str) -> str:
    """What the file writes for a code of ours."""
    words = {
        name: word
        for column in template.columns.values()
        if column.gives == dimension
        for word, name in column.codes.items()
    }
    words |= {name: word for word, name in template.numbers.items()}
    return words[ours]


def _survey(source: Source) -> str:
    options = Options.model_validate(source.options["survey"])
    columns = [
        (code(options.year), "year of the survey"),
        (code(str(options.weight)), "weight, above zero; a decimal point or comma"),
        (
            code(options.nationality),
            f"{', '.join(map(code, (*options.dutch, *options.non_dutch)))}, or nothing",
        ),
        *(
            (
                code(item.column or name),
                f"{item.labels['en']} {', '.join(map(code, (*item.yes, *item.no)))}, or nothing",
            )
            for name, item in options.asked.items()
        ),
    ]
    return joined(_title(source), SURVEY, SURVEY_EXAMPLE, table(("column", "content"), columns))
