"""What the sources other than the register say for an edition: from files by hand and from snapshots.

No network is asked here: `fetching` does that, before and apart from a build.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from internationals import geometry, sources
from internationals.definitions import regions
from internationals.project import Project
from internationals.shapes import ConfigError, DataError, Geometry, Observations

REGISTER_TABLES = frozenset({"residents_group", "residents_nationality"})
"""Tables that figures published before give only where there is no register."""


@dataclass(frozen=True)
class Observed:
    """The observations of an edition by source, and the snapshots that they were read from."""

    observations: dict[str, Observations]
    snapshots: dict[str, sources.Snapshot]


def catalogue(project: Project) -> dict[str, sources.Source]:
    """Every source that the project knows. Raises ConfigError."""
    return sources.catalogue(project.municipality.sources)


def place(project: Project) -> sources.Place:
    """Whose monitor it is, as the sources need to know it."""
    municipality = project.municipality
    code = municipality.code.removeprefix("GM")
    known = regions.region_of(code)
    if municipality.region is not None:
        members = tuple(municipality.region.municipalities)
        if code not in members:
            raise ConfigError(
                f"municipality.yml, region: {code} itself is not among its municipalities. Add it to the list."
            )
    else:
        members = regions.regions()[known] if known else ()
    region = municipality.region.id if municipality.region else known or ""
    return sources.Place(code, municipality.name, members, tuple(municipality.former_codes), region)


@dataclass(frozen=True)
class DeliveryReport:
    """What a file by hand holds: its rows and its years, or everything that is wrong in it."""

    file: str
    source: str
    rows: int
    first_year: str
    last_year: str
    wrong: str = ""


def has_deliveries(project: Project) -> bool:
    """Whether there is anything else than a register: a file by hand, or a snapshot."""
    here = sources.deliveries(project.deliveries, catalogue(project))
    return bool(here or sources.Store(project.sources).sources())


def check(project: Project) -> tuple[DeliveryReport, ...]:
    """Read every file by hand and report on each, however bad it is; nothing is taken into use.

    Raises DataError for a file that is of no source.
    """
    here, found = place(project), []
    for delivery in sources.deliveries(project.deliveries, catalogue(project)):
        name, source = f"deliveries/{delivery.path.name}", delivery.source.id
        try:
            said = sources.look_into(delivery, here)
        except DataError as problem:
            found.append(DeliveryReport(name, source, 0, "", "", str(problem)))
            continue
        years = sorted({key[0] for key in said.cells})
        ends = (years[0], years[-1]) if years else ("", "")
        found.append(DeliveryReport(name, source, said.provenance.rows, *ends))
    return tuple(found)


def take_in(project: Project) -> dict[str, sources.Snapshot]:
    """Make snapshots of the files by hand; all that is wrong with any of them is said at once.

    Raises DataError.
    """
    store, here, found, wrong = sources.Store(project.sources), place(project), {}, []
    for delivery in sources.deliveries(project.deliveries, catalogue(project)):
        try:
            found[delivery.source.id] = sources.take_in(delivery, here, store)
        except DataError as problem:
            wrong.append(str(problem))
    if wrong:
        raise DataError("\n".join(wrong))
    return found


def observe(project: Project, edition: str) -> Observed:
    """Everything that the snapshots of a project say for an edition; files by hand are taken in first.

    Raises ConfigError when the edition names a source that is not there.
    """
    settings, known = project.edition(edition), catalogue(project)
    strange = sorted({*settings.sources, *settings.snapshots} - known.keys())
    if strange:
        raise ConfigError(
            f"editions/{edition}.yml: there is no source {', '.join(strange)}. Known: {', '.join(known)}."
        )
    take_in(project)
    store = sources.Store(project.sources)
    observations, snapshots = {}, {}
    for name, source in known.items():
        snapshot = store.current(name, settings.snapshots.get(name))
        if snapshot is None:
            continue
        snapshots[name] = snapshot
        if snapshot.kind in sources.MAPS:
            continue
        observations[name] = read(project, edition, source, snapshot)
    return Observed(observations, snapshots)


def read(project: Project, edition: str, source: sources.Source, snapshot: sources.Snapshot) -> Observations:
    """What a snapshot says for an edition: up to the moment that it declares, known errors put right."""
    settings = project.edition(edition)
    declared = settings.sources.get(source.id)
    return sources.observe(
        source,
        snapshot,
        place(project),
        None if declared is None else str(declared),
        settings.reference_date.year,
        project.corrections,
    )


def maps(project: Project, observed: Observed) -> dict[str, Geometry]:
    """The map of every level: the project's own, else of a snapshot of boundaries, else our tiles."""
    code = project.municipality.code.removeprefix("GM")
    found: dict[str, Geometry] = {}
    if not geometry.files(project.geometry):
        for snapshot in observed.snapshots.values():
            if snapshot.kind in sources.MAPS:
                found |= geometry.read(snapshot.folder, code)
    own = geometry.read(project.geometry, code)
    return dict(sorted(({**own, **found} if found else own).items()))


def map_files(project: Project) -> list[Path]:
    """The project's own map files."""
    return list(geometry.files(project.geometry).values())
