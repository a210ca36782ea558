"""One page: its values computed, its claims tested, its texts read, compared and rendered."""

from __future__ import annotations

from collections.abc import Mapping

from internationals.definitions.thresholds import thresholds
from internationals.pages.charts import Drawn, chart, distinct, drawn_series, notes
from internationals.pages.dates import mixed, refuse, without_mark
from internationals.pages.facts import Fact, fact_notes
from internationals.pages.folders import Folder
from internationals.pages.located import line_of
from internationals.pages.operations import call, operation_of
from internationals.pages.problems import AbsentError, Problems
from internationals.pages.prose import TextUnit, Vocabulary, by_language, read_text
from internationals.pages.quantities import Names
from internationals.pages.rendering import (
    Bindings,
    Rendered,
    environment,
    render_body,
    render_line,
    render_plain,
)
from internationals.pages.scope import Scope
from internationals.pages.spec import PageSpec
from internationals.pages.veils import OpenClaim, ordered
from internationals.pages.verdicts import Verdict
from internationals.pages.wording import has_label
from internationals.shapes import Page, Release

Units = Mapping[str, TextUnit]
"""One text in every language."""


class Draft:
    """A page on its way; every mistake goes to `problems`, and a page with one is not made."""

    def __init__(
        self,
        folder: Folder,
        spec: PageSpec,
        release: Release,
        facts: Mapping[str, Fact],
        problems: Problems,
        this: Names | None = None,
    ) -> None:
        self.folder, self.spec, self.facts, self.problems = folder, spec, facts, problems
        self.languages: tuple[str, ...] = tuple(release.manifest["languages"])
        self.across_dates = False
        self.open_claims: tuple[OpenClaim, ...] = ()
        there = {name: name in facts for name in (*facts, *spec.facts)}
        self.scope = Scope(release, spec.tables, spec.values, thresholds(), this, spec.optional, there)
        self.tables = (*spec.tables, *(table for table in spec.optional if table in release.tables))

    def pages(self) -> tuple[Page, ...]:
        """The page in every language; nothing when something is wrong with it."""
        before = len(self.problems.found)
        values = self.scope.evaluate(self.problems, self.spec.file, self.spec.lines)
        verdicts = self._verdicts()
        series = self._series()
        # Values that could not be computed are declared all the same, and reported where they are written.
        vocabulary = Vocabulary(
            {*values, *self.spec.values}, set(self.spec.claims), self._guards(), set(self.scope.facts)
        )
        for units in self._texts():
            self._read(units, vocabulary)
        for units in self._labels():
            self._read(units, Vocabulary((), (), (), ()))
        if len(self.problems.found) > before:
            return ()
        bindings = Bindings(values, verdicts, self.facts)
        made = tuple(self._made(language, bindings, series) for language in self.languages)
        self._rendered_alike(bindings, verdicts)
        return () if len(self.problems.found) > before else tuple(page for page in made if page is not None)

    def _verdicts(self) -> dict[str, Verdict]:
        verdicts: dict[str, Verdict] = {}
        guards = self._guards()
        for name, expression in self.spec.claims.items():
            with (
                self.problems.at(self.spec.file, self.spec.lines[name]),
                self.scope.trail.of() as origins,
                self.scope.veils.of() as veils,
            ):
                claim, marked = without_mark(expression)
                try:
                    verdicts[name] = call("claims", claim, self.scope)
                except AbsentError:
                    verdicts[name] = None
                    veils.clear()  # it is open for want of a table, whatever else it rests on
                self.across_dates |= refuse(origins, marked)
                if verdicts[name] is None and name in guards and veils:
                    self.open_claims += (OpenClaim(self.folder.id, name, ordered(veils)),)
        return verdicts

    def _series(self) -> dict[str, tuple[Drawn, ...]]:
        series: dict[str, tuple[Drawn, ...]] = {}
        for spec in self.spec.charts:
            with self.problems.at(self.spec.file, spec.line):
                try:
                    series[spec.id] = drawn_series(spec, self.scope)
                except AbsentError:
                    series[spec.id] = ()
        return series

    def _texts(self) -> list[Units]:
        """Every text of the page, also the headlines that are not chosen now."""
        charts = [text for spec in self.spec.charts for text in (spec.title, spec.alternative)]
        headlines = [self._units(rule.text, self._asserts(rule.claims)) for rule in self.spec.headline]
        return [self._body(), self._units(self.spec.title), *headlines, *map(self._units, charts)]

    def _labels(self) -> list[Units]:
        """Labels that page.yml writes itself: printed as they stand, so that nothing can be bound in them."""
        series = [
            entry for spec in self.spec.charts if isinstance(spec.series, list) for entry in spec.series
        ]
        labelled = [entry["label"] for entry in (*series, *self.spec.values.values()) if has_label(entry)]
        return [
            self._units({language: label[language] for language in self.languages})
            for label in labelled
            if set(self.languages) <= set(label)
        ]

    def _body(self) -> Units:
        files = self.folder.texts
        return {
            language: TextUnit(files[language].name, 1, language, files[language].text) for language in files
        }

    def _units(self, text: Mapping[str, str], guarded: bool = False) -> Units:
        return {
            language: TextUnit(self.spec.file, line_of(source), language, source, guarded)
            for language, source in text.items()
        }

    def _asserts(self, claims: tuple[str, ...]) -> bool:
        return any(claim in self._guards() for claim in claims)

    def _guards(self) -> set[str]:
        """The claims that assert something about the figures, rather than choose a wording."""
        guards = set()
        for name, expression in self.spec.claims.items():
            with self.problems.at(self.spec.file, self.spec.lines[name]):
                if not operation_of("claims", expression).__module__.endswith(".grammar"):
                    guards.add(name)
        return guards

    def _read(self, units: Units, vocabulary: Vocabulary) -> None:
        cited = {
            language: read_text(unit, vocabulary, environment(), self.problems)
            for language, unit in units.items()
        }
        self._compare(units, cited, "The languages do not refer to the same things")

    def _rendered_alike(self, bindings: Bindings, verdicts: Mapping[str, Verdict]) -> None:
        for units, render in ((self._body(), render_body), (self._headline(verdicts), render_line)):
            cited: dict[str, frozenset[str]] = {}
            for language, unit in units.items():
                with self.problems.at(unit.file, unit.line):
                    cited[language] = render(unit, bindings).cited
            self._compare(units, cited, "With these figures the languages do not say the same")

    def _compare(self, units: Units, cited: Mapping[str, frozenset[str]], sentence: str) -> None:
        if (difference := by_language(cited)) is not None:
            unit = next(iter(units.values()))
            files = " and ".join(dict.fromkeys(unit.file for unit in units.values()))
            self.problems.add(unit.file, unit.line, f"{sentence} ({files}): {difference}.")

    def _headline(self, verdicts: Mapping[str, Verdict]) -> Units:
        rule = next(r for r in self.spec.headline if all(verdicts[name] is True for name in r.claims))
        return self._units(rule.text, self._asserts(rule.claims))

    def _made(
        self, language: str, bindings: Bindings, series: Mapping[str, tuple[Drawn, ...]]
    ) -> Page | None:
        cited: set[str] = set()

        def said(rendered: Rendered) -> str:
            cited.update(rendered.cited)
            return rendered.text

        def plain(text: Mapping[str, str]) -> str:
            return said(render_plain(self._units(text)[language], bindings))

        body, headline = self._body()[language], self._headline(bindings.verdicts)[language]
        cards = [self.scope.table(table).card for table in self.tables]
        dates = mixed(cards, language, self.across_dates)
        with self.problems.at(body.file, body.line):
            return Page(
                id=self.folder.id,
                number=self.spec.number,
                language=language,
                slug=str(self.spec.slug[language]),
                title=plain(self.spec.title),
                headline=said(render_line(headline, bindings)),
                body=said(render_body(body, bindings)),
                charts=tuple(
                    chart(
                        spec,
                        series[spec.id],
                        self.scope,
                        language,
                        plain(spec.title),
                        plain(spec.alternative),
                    )
                    for spec in self.spec.charts
                    if series[spec.id]
                ),
                source=distinct(card.source[language] for card in cards),
                reference=distinct(card.reference[language] for card in cards),
                notes=(*dates, *notes(cards, language), *fact_notes(self.facts, cited, language)),
                cited=frozenset(name.removeprefix("value ") for name in cited if name.startswith("value ")),
                alternates={other: str(slug) for other, slug in self.spec.slug.items()},
                chapter=self.spec.chapter,
            )
        return None
