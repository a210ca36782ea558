"""Tables of CBS, fetched from a fake one: whole, in our codes, and the same from both versions of the service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from internationals.shapes import Cell, DataError, Observations, SourceError, Status
from internationals.sources import Net, Place, Snapshot, Source, Store, catalogue, fetch, newest
from internationals.sources.kinds import cbs as kind
from internationals.sources.net import Patience
from tests.fakes.cbs import FakeTable, cbs, modified_later, nationality_table
from tests.fakes.server import Service

PLACE = Place("0546", {"nl": "Leiden", "en": "Leiden"}, ("0537", "0546"), (), "071")
QUICK = Patience(attempts=3, connect=1, read=0.6, first_wait=0.01, longest_wait=0.05, pause=0)


def source(address: str, **changes: Any) -> Source:
    """The source of nationalities, at a fake CBS."""
    protocol = changes.pop("protocol", "v4")
    options = {"base_url": f"{address}/{protocol}", "protocol": protocol, **changes}
    return catalogue({"cbs_nationality": {"options": {"cbs": options}}})["cbs_nationality"]


def fetched(here: Source, folder: Path) -> Snapshot:
    with Net(QUICK) as net:
        return fetch(here, PLACE, Store(folder), net, lambda _what, _part: None)


def observations(here: Source, folder: Path) -> Observations:
    return kind.read(fetched(here, folder).folder, here, PLACE)


@pytest.fixture
def service() -> Iterator[Service]:
    with cbs(nationality_table()) as running:
        yield running


@pytest.mark.parametrize("protocol", ["v4", "v3"])
def test_every_observation_of_a_municipality_or_the_country_is_read(
    service: Service, tmp_path: Path, protocol: str
) -> None:
    found = observations(source(service.address, protocol=protocol), tmp_path)
    assert found.dimensions == ("year", "municipality", "nationality")
    assert len(found.cells) == 2 * 4 * 4
    assert found.cells["2020", "0546", "0064"] == Cell(2000 + 20 + 2020)
    assert found.cells["2020", "NL", "total"] == Cell(1000 + 2020)
    assert ("2020", "0028", "total") not in found.cells


@pytest.mark.parametrize("protocol", ["v4", "v3"])
def test_a_provisional_period_makes_provisional_numbers(
    service: Service, tmp_path: Path, protocol: str
) -> None:
    found = observations(source(service.address, protocol=protocol), tmp_path)
    assert found.cells["2021", "0546", "0001"].status is Status.PROVISIONAL
    assert found.cells["2020", "0546", "0001"].status is Status.NORMAL


@pytest.mark.parametrize("protocol", ["v4", "v3"])
def test_a_municipality_that_is_no_more_is_missing_and_not_zero(
    service: Service, tmp_path: Path, protocol: str
) -> None:
    found = observations(source(service.address, protocol=protocol), tmp_path)
    assert found.cells["2020", "9999", "total"] == Cell(None, Status.MISSING)


def test_both_services_give_the_same_observations(service: Service, tmp_path: Path) -> None:
    newer = observations(source(service.address), tmp_path / "v4")
    older = observations(source(service.address, protocol="v3"), tmp_path / "v3")
    assert newer.cells == older.cells


def test_the_snapshot_says_what_was_asked_of_whom(service: Service, tmp_path: Path) -> None:
    card = fetched(source(service.address), tmp_path).provenance
    assert card.modified == "2021-05-31T02:00:00+02:00"
    assert card.version == "202105310200"
    assert card.rows == 2 * 5 * 4
    assert "Geslacht eq 'T001038'" in card.query
    assert card.licence == "CC BY 4.0"
    assert "observations-0001.json" in card.files


def test_a_look_asks_for_the_state_of_the_table_only(service: Service) -> None:
    with Net(QUICK) as net:
        assert newest(source(service.address), PLACE, net).modified == "2021-05-31T02:00:00+02:00"
    assert service.asked == ["/v4/CBS/84727NED/Properties"]


def test_a_table_that_was_replaced_is_a_change_of_configuration(tmp_path: Path) -> None:
    old = nationality_table()
    successor = FakeTable(
        "86000NED",
        {
            "Sekse": old.dimensions["Geslacht"],
            "Nationaliteit2": old.dimensions["Nationaliteiten"],
            "Regio": old.dimensions["RegioS"],
            "Peildatum": old.dimensions["Perioden"],
        },
        {"M77": "Inwoners"},
        [(codes, "M77", value) for codes, _, value in old.rows],
    )
    with cbs(old, successor) as running:
        before = observations(source(running.address), tmp_path / "old")
        after = observations(
            source(
                running.address,
                protocol="v3",
                table="86000NED",
                year="Peildatum",
                municipality="Regio",
                only={"Sekse": ["T001038"]},
                measure=["Inwoners"],
                dimensions={"nationality": {"of": "Nationaliteit2"}},
            ),
            tmp_path / "new",
        )
    assert {key: cell.value for key, cell in after.cells.items()} == {
        key: cell.value for key, cell in before.cells.items()
    }


def test_a_code_that_has_none_of_ours_is_an_error_unless_it_is_named(
    service: Service, tmp_path: Path
) -> None:
    strict = {"nationality": {"leftover": None, "look_up": None, "codes": {"NAT9310": "0064"}}}
    with pytest.raises(DataError, match=r"we have no nationality for NAT9319 \(Pools\)"):
        fetched(source(service.address, dimensions=strict), tmp_path)
    assert Store(tmp_path).current("cbs_nationality") is None


def test_a_dimension_of_which_nothing_is_chosen_is_an_error(service: Service, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"also by Geslacht, and none of 4000 is among its codes"):
        fetched(source(service.address, only={"Geslacht": ["4000"]}), tmp_path)


def test_the_same_table_again_is_the_same_snapshot(service: Service, tmp_path: Path) -> None:
    assert fetched(source(service.address), tmp_path) == fetched(source(service.address), tmp_path)


def test_a_table_that_changes_while_it_is_read_is_read_once_more_from_its_start(tmp_path: Path) -> None:
    table = nationality_table()
    with cbs(table, changed=modified_later(table)) as running:
        found = fetched(source(running.address), tmp_path)
    assert found.provenance.modified == "2021-06-30T02:00:00+02:00"
    assert found.provenance.rows == 40
    assert running.asked.count("/v4/CBS/84727NED/Dimensions") == 2


@pytest.mark.parametrize("protocol", ["v4", "v3"])
def test_a_table_that_is_asked_for_whole_is_held_to_its_own_number_of_rows(
    tmp_path: Path, protocol: str
) -> None:
    table = nationality_table()
    men = {"Geslacht": {"T001038": "Totaal mannen en vrouwen"}}
    whole = replace(
        table,
        dimensions={**table.dimensions, **men},
        rows=[row for row in table.rows if row[0][0] == "T001038"],
    )
    with cbs(whole) as running:
        assert fetched(source(running.address, protocol=protocol), tmp_path / "a").provenance.rows == 40
    with cbs(replace(whole, says=41)) as running, pytest.raises(SourceError, match="has 41 rows and 40 came"):
        fetched(source(running.address, protocol=protocol), tmp_path / "b")
