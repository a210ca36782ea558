"""A municipality's project folder: its settings, and where everything stands in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from internationals.definitions import compliance
from internationals.settings import EditionSettings, Municipality, read
from internationals.shapes import AutomaticCheck, ConfigError, Declared, Statement

KEY_VARIABLE = "INTERNATIONALS_KEY"
ACCESSIBILITY = "accessibility.yml"
"""What the municipality records of the accessibility of its monitor."""
_INVENTED_KEY = b"invented people need no secret"
_SHORTEST_KEY = 16


@dataclass(frozen=True)
class Project:
    """A project folder, opened."""

    folder: Path
    municipality: Municipality

    @property
    def extracts(self) -> Path:
        """Where the register extracts are: never published."""
        return self.folder / "extracts"

    @property
    def geometry(self) -> Path:
        """Where the municipality's own maps are; the folder may be absent."""
        return self.folder / "geometry"

    @property
    def deliveries(self) -> Path:
        """Where files by hand are put, each under the name of its source; the folder may be absent."""
        return self.folder / "deliveries"

    @property
    def sources(self) -> Path:
        """Where the snapshots of all sources but the register are."""
        return self.folder / "sources"

    @property
    def corrections(self) -> Path:
        """Where the municipality keeps known errors of sources; the folder may be absent."""
        return self.folder / "corrections"

    def release(self, edition: str) -> Path:
        """Where an edition's release is, or will be."""
        return self.folder / "releases" / edition

    def public(self, edition: str) -> Path:
        """Where an edition's public folder is, or will be."""
        return self.folder / "public" / edition

    def report(self, edition: str) -> Path:
        """Where the register side keeps what protecting an edition cost: never published."""
        return self.folder / "reports" / edition / "loss.csv"

    def accessibility_record(self, edition: str) -> Path:
        """Where the last automatic check of an edition's site is kept, or will be."""
        return self.folder / "accessibility" / f"{edition}.json"

    def declared(self, languages: Sequence[str]) -> Declared:
        """What the municipality records of accessibility; nothing where it records nothing. Raises ConfigError."""
        path = self.folder / ACCESSIBILITY
        if not path.is_file():
            return Declared()
        # A file of remarks only is what `new` makes: it records nothing, and is no mistake.
        declared = read(path, Declared, empty=True)
        if wrong := list(compliance.mistakes(declared, languages, date.today())):
            raise ConfigError("\n".join(f"{path.name}: {each}" for each in wrong))
        return declared

    def automatic_check(self, edition: str) -> AutomaticCheck | None:
        """The last automatic check of an edition's site, if there was one. Raises ConfigError."""
        path = self.accessibility_record(edition)
        if not path.is_file():
            return None
        try:
            return AutomaticCheck.model_validate_json(path.read_bytes())
        except ValidationError as problem:
            raise ConfigError(
                f"accessibility/{path.name} is not a record as 'internationals accessibility' writes it "
                f"({problem.error_count()} mistakes). Check the site again, or remove the file."
            ) from problem

    def statement(self, edition: str, languages: Sequence[str]) -> Callable[[str], Statement]:
        """The accessibility statement of an edition, given the fingerprint of its site. Raises ConfigError."""
        declared, check = self.declared(languages), self.automatic_check(edition)
        judgement = compliance.judge(declared, check)
        return lambda fingerprint: Statement(
            declared, check, check is not None and check.fingerprint != fingerprint, judgement
        )

    def edition(self, name: str) -> EditionSettings:
        """The settings of an edition. Raises ConfigError."""
        path = self.folder / "editions" / f"{name}.yml"
        if not path.is_file():
            there = sorted(other.stem for other in path.parent.glob("*.yml"))
            listed = f"There are: {', '.join(there)}." if there else "There are none yet."
            raise ConfigError(f"There is no edition '{name}' in {path.parent.name}/. {listed}")
        return read(path, EditionSettings)

    def previous(self, name: str) -> str | None:
        """The edition before this one: the one that is named, else the latest earlier one with a release.

        Raises ConfigError when the named edition is not there, is not earlier, or has no release.
        """
        settings = self.edition(name)
        if settings.previous is not None:
            earlier = self.edition(settings.previous)
            if earlier.reference_date >= settings.reference_date:
                raise ConfigError(
                    f"editions/{name}.yml: the previous edition {settings.previous!r} is of "
                    f"{earlier.reference_date}, and this one of {settings.reference_date}. Name an earlier one."
                )
            if not self._has_release(settings.previous):
                raise ConfigError(
                    f"editions/{name}.yml: the previous edition {settings.previous!r} has no release. "
                    f"Build it first, or leave out `previous`."
                )
            return settings.previous
        dated = [
            (self.edition(path.stem).reference_date, path.stem)
            for path in (self.folder / "editions").glob("*.yml")
            if self._has_release(path.stem)
        ]
        earlier_ones = [found for found in dated if found[0] < settings.reference_date]
        return max(earlier_ones)[1] if earlier_ones else None

    def released(self) -> list[str]:
        """The editions that have a release, by name."""
        names = (path.stem for path in (self.folder / "editions").glob("*.yml"))
        return sorted(name for name in names if self._has_release(name))

    def published(self) -> list[str]:
        """The editions that have been published, the newest last; also those whose release is kept elsewhere."""
        names = (path.stem for path in (self.folder / "editions").glob("*.yml"))
        there = [name for name in names if (self.public(name) / "site").is_dir()]
        return sorted(there, key=lambda name: self.edition(name).reference_date)

    def _has_release(self, edition: str) -> bool:
        return (self.release(edition) / "manifest.json").is_file()

    def key(self) -> bytes:
        """The key of the pseudonyms. Raises ConfigError when real extracts have none."""
        value = os.environ.get(KEY_VARIABLE, "").encode()
        if self.municipality.invented:
            return value or _INVENTED_KEY
        if len(value) < _SHORTEST_KEY:
            raise ConfigError(
                f"Real extracts need a secret key of at least {_SHORTEST_KEY} characters in the environment "
                f"variable {KEY_VARIABLE}. Take it from your organisation's safe: the same key every year "
                "gives the same pseudonyms."
            )
        return value


def open_project(folder: Path) -> Project:
    """Open a project folder. Raises ConfigError."""
    path = folder / "municipality.yml"
    if not path.is_file():
        raise ConfigError(
            f"{folder} is no project folder: it has no municipality.yml. "
            "Make one with 'internationals new', or 'internationals demo' for an invented one."
        )
    return Project(folder, read(path, Municipality))
