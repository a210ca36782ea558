"""Series over a municipal merger: the parts added up where all are there, and the year of the merger marked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from internationals.shapes import Cell, Observations, Status
from internationals.sources import Place, Store, catalogue, deliveries, observe, take_in
from internationals.sources.merging import together
from internationals.sources.source import unproven

HERE = Place("1980", {"nl": "Dijk en Waard", "en": "Dijk en Waard"}, ("0361", "1980"))
Rows = dict[tuple[str, ...], float | Cell | None]


def observed(rows: Rows, *dimensions: str) -> Observations:
    cells = {
        key: value
        if isinstance(value, Cell)
        else Cell(value, Status.MISSING if value is None else Status.NORMAL)
        for key, value in rows.items()
    }
    source = catalogue()["cbs_nationality"]
    return Observations("x", ("year", *dimensions), cells, unproven(source))


def residents(rows: Rows) -> Observations:
    return observed(rows, "municipality", "nationality")


SERIES: Rows = {
    ("2020", "0398", "total"): 58000,
    ("2020", "0416", "total"): 28000,
    ("2021", "0398", "total"): 58100,
    ("2021", "0416", "total"): 28100,
    ("2022", "1980", "total"): 86500,
    ("2023", "1980", "total"): 87000,
}


def values(found: Observations) -> dict[tuple[str, ...], float | None]:
    return {key: cell.value for key, cell in found.cells.items()}


def test_the_parts_are_added_up_under_the_code_of_today_and_the_first_year_of_it_is_marked() -> None:
    found = together(residents(SERIES), HERE)
    assert values(found) == {
        ("2020", "1980", "total"): 86000,
        ("2021", "1980", "total"): 86200,
        ("2022", "1980", "total"): 86500,
        ("2023", "1980", "total"): 87000,
    }
    assert list(found.breaks) == ["2022"]
    assert found.breaks["2022"] == {
        "nl": "Vanaf 2022 zijn Heerhugowaard en Langedijk samen Dijk en Waard; de jaren daarvoor zijn de som van deze "
        "gemeenten.",
        "en": "From 2022 on Heerhugowaard and Langedijk together are Dijk en Waard; the years before are the sum of "
        "these municipalities.",
    }


def test_a_part_that_is_not_there_leaves_everything_as_it_was_and_the_mark_says_so() -> None:
    series = {key: value for key, value in SERIES.items() if key[1] != "0416"}
    found = together(residents(series), HERE)
    assert values(found) == values(residents(series))
    assert "cannot be compared" in found.breaks["2022"]["en"]
    assert "niet te vergelijken" in found.breaks["2022"]["nl"]


def test_a_number_that_one_part_lacks_is_lacking_in_the_sum() -> None:
    series = {
        **SERIES,
        ("2021", "0398", "0064"): 30,
        ("2021", "0416", "0064"): None,
        ("2021", "0398", "0055"): 7,
        ("2022", "1980", "0064"): 40,
    }
    found = together(residents(series), HERE)
    assert found.cells["2021", "1980", "0064"] == Cell(None, Status.MISSING)
    assert found.cells["2021", "1980", "0055"] == Cell(None, Status.MISSING)
    assert found.cells["2021", "1980", "total"] == Cell(86200)


def test_a_sum_with_a_provisional_part_is_provisional_and_margins_add_up() -> None:
    series = {
        **SERIES,
        ("2021", "0398", "total"): Cell(100, Status.PROVISIONAL, 2.5),
        ("2021", "0416", "total"): Cell(50, margin=2.5),
    }
    assert together(residents(series), HERE).cells["2021", "1980", "total"] == Cell(
        150, Status.PROVISIONAL, 5
    )


def test_a_list_of_events_needs_no_zero_from_every_part() -> None:
    series: Rows = {
        ("2021", "01", "0398"): 4,
        ("2021", "02", "0416"): 1,
        ("2022", "01", "1980"): 6,
    }
    found = together(observed(series, "month", "municipality"), HERE)
    assert values(found) == {
        ("2021", "01", "1980"): 4,
        ("2021", "02", "1980"): 1,
        ("2022", "01", "1980"): 6,
    }


def test_one_that_took_in_another_has_it_in_older_years_too() -> None:
    place = Place("0363", dict.fromkeys(("nl", "en"), "Amsterdam"), ())
    series: Rows = {
        ("2022", "0363", "total"): 882000,
        ("2022", "0457", "total"): 20000,
        ("2023", "0363", "total"): 918000,
    }
    found = together(residents(series), place)
    assert values(found) == {("2022", "0363", "total"): 902000, ("2023", "0363", "total"): 918000}
    assert "Amsterdam and Weesp together are Amsterdam" in found.breaks["2023"]["en"]


def test_one_that_got_part_of_another_is_marked_and_not_added_up() -> None:
    place = Place("0824", dict.fromkeys(("nl", "en"), "Oisterwijk"), ())
    series: Rows = {
        ("2020", "0824", "total"): 26000,
        ("2020", "0788", "total"): 14000,
        ("2021", "0824", "total"): 32000,
    }
    found = together(residents(series), place)
    assert values(found) == values(residents(series))
    assert list(found.breaks) == ["2021"]
    assert "part of Haaren belongs to Oisterwijk" in found.breaks["2021"]["en"]


def test_others_than_the_own_region_stay_as_they_were() -> None:
    elsewhere = replace(HERE, municipality="0546", region=("0546",))
    before = residents({**SERIES, ("2021", "0546", "total"): 125000, ("2022", "0546", "total"): 125400})
    assert together(before, elsewhere) == before


def test_before_the_merger_an_edition_has_the_municipalities_of_its_own_time() -> None:
    before = residents({key: value for key, value in SERIES.items() if key[0] < "2022"})
    assert together(before, HERE) == before


def test_former_codes_of_the_project_that_our_list_does_not_know_of_are_added_up() -> None:
    place = Place("9998", {"nl": "Nieuw", "en": "Nieuw"}, (), ("0546", "0547"))
    series: Rows = {
        ("2026", "0546", "total"): 130000,
        ("2026", "0547", "total"): 30000,
        ("2027", "9998", "total"): 161000,
    }
    found = together(residents(series), place)
    assert values(found) == {("2026", "9998", "total"): 160000, ("2027", "9998", "total"): 161000}
    assert "Leiden and Leiderdorp together are Nieuw" in found.breaks["2027"]["en"]


def test_a_file_by_hand_is_observed_over_the_merger(tmp_path: Path) -> None:
    (tmp_path / "deliveries").mkdir()
    lines = ["ID;Geslacht;Leeftijd;Nationaliteiten;RegioS;Perioden;Bevolking_1"] + [
        f"{n};T001038;10000;Totaal;GM{region};{year}JJ00;{number:.0f}"
        for n, ((year, region, _), number) in enumerate(values(residents(SERIES)).items())
    ]
    (tmp_path / "deliveries" / "cbs_nationality.csv").write_text("\n".join(lines), encoding="utf-8")
    source = catalogue()["cbs_nationality"]
    (delivery,) = deliveries(tmp_path / "deliveries", catalogue())
    snapshot = take_in(delivery, HERE, Store(tmp_path / "sources"))
    found = observe(source, snapshot, HERE, None, 2023, tmp_path)
    assert found.cells["2020", "1980", "total"] == Cell(86000)
    assert list(found.breaks) == ["2022"]
    earlier = observe(source, snapshot, HERE, "2021-01-01", 2023, tmp_path)
    assert earlier.cells["2020", "0398", "total"] == Cell(58000)
    assert not earlier.breaks
