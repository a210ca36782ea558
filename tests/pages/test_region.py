"""Page 6: the municipalities of the region, their shares, and the nationality and origin that lead in each."""

from __future__ import annotations

from pathlib import Path

import pytest

from internationals import pages as room
from internationals.pages import compose
from internationals.shapes import Cell, ClaimError, Page, Release, Status
from tests.pages.municipality_releases import REGION, country, pages, shares, without_group, without_tables
from tests.pages.releases import Cells
from tests.pages.test_published_figures import text

BUILT_IN = Path(room.__file__).parent / "built_in"
FIRST = {("2021", "0537", "0072"): 0.0, ("2021", "0537", "0064"): 50.0}


def page(source: Release, language: str = "en") -> Page:
    return pages(source, "06-region", (language,))[0]


def test_the_published_figures_are_there() -> None:
    found = text(page(country()))
    assert "Leiden has the highest share of internationals and the highest share of residents with" in found
    assert "consists of four municipalities: Katwijk, Leiden, Leiderdorp and Oegstgeest" in found
    assert "On 1 January 2021, 11.3% of the residents of Leiden are internationals" in found
    assert "lowest in Katwijk and Leiderdorp" in found
    assert "is Italian. The same is true of Oegstgeest. Another nationality is the most common" in found
    assert "Katwijk (Polish) and Leiderdorp (Syrian). It is a different one in each" in found
    assert "is Morocco" in found
    assert "another country comes first: Indonesia (Leiderdorp and Oegstgeest) and Poland (Katwijk)" in found


def test_the_same_is_said_in_dutch() -> None:
    found = text(page(country(), "nl"))
    assert "In Regio 071 heeft Leiden het hoogste aandeel internationals en het hoogste aandeel" in found
    assert "is de Italiaanse. Dat geldt ook voor Oegstgeest." in found
    assert "staat een ander land vooraan: Indonesië (Leiderdorp en Oegstgeest) en Polen (Katwijk)" in found


def test_another_municipality_of_the_region_reads_its_own_place() -> None:
    found = page(country("0579"))
    assert found.headline == "Oegstgeest ranks second of 4 in Region 071 by share of internationals"
    assert "puts Oegstgeest in second place; the share is highest in Leiden" in text(found)
    assert "this share is highest in Leiden" in text(found)
    assert "The same is true of Leiden" in text(found)
    dutch = text(page(country("0579"), "nl"))
    assert "Oegstgeest staat in Regio 071 op plaats 2 van 4" in dutch
    assert "het hoogst is het aandeel in Leiden" in dutch


def test_first_by_nationality_alone_says_nothing_of_background() -> None:
    source = country(municipalities_group=shares("0579", 400, "migration_background"))
    assert page(source).headline == "Within Region 071, Leiden has the highest share of internationals"
    assert "puts Leiden in second place; this share is highest in Oegstgeest" in text(page(source))


def test_first_by_background_alone_is_not_said_to_be_so_too() -> None:
    found = text(page(country(municipalities_group=shares("0579", 200))))
    assert "have a migration background. That is the highest share in the region" in found
    assert "That, too" not in found


@pytest.mark.parametrize(
    "region",
    [None, {**REGION, "members": []}, {**REGION, "members": ["0546"]}],
    ids=["none", "empty", "own alone"],
)
def test_a_municipality_outside_every_region_has_no_such_page(region: dict[str, object] | None) -> None:
    assert pages(country(region=region), "06-region") == ()


def test_in_a_region_of_two_not_both_are_lowest() -> None:
    found = page(country(region={**REGION, "members": ["0537", "0546"]}))
    assert found.headline.startswith("Within Region 071, Leiden has the highest share of internationals")
    assert "lowest" not in text(found)


@pytest.mark.parametrize(
    ("changes", "said", "unsaid"),
    [
        (FIRST, "true of Katwijk and Oegstgeest", "different one in each"),
        (
            {("2021", "0547", "0072"): 70.0},
            "Katwijk (Polish) and Leiderdorp (Polish)",
            "different one in each",
        ),
        # Of a lead that Leiderdorp shares with the own one, it is not said that another leads there.
        ({("2021", "0547", "0064"): 50.0}, "true of Leiderdorp and Oegstgeest", "Leiderdorp (Syrian"),
        ({("2021", "0537", "0055"): 50.0}, "Katwijk (German / Polish)", "Katwijk (Polish)"),
        ({("2021", "0546", "0064"): 0.0}, "share in the region", "The most common nationality among"),
        ({("2021", "0537", "0052"): Cell(None, Status.MISSING)}, "in Leiderdorp (Syrian).", "Katwijk ("),
    ],
)
def test_leading_nationalities_are_named_as_far_as_they_are_certain(
    changes: Cells, said: str, unsaid: str
) -> None:
    found = text(page(country(municipalities_nationality=changes)))
    assert said in found
    assert unsaid not in found


def test_an_unknown_nationality_never_leads() -> None:
    found = country(municipalities_nationality={("2021", "0547", "0000"): 900.0})
    assert "Leiderdorp (Syrian)" in text(page(found))


def test_where_all_share_the_lead_there_is_no_elsewhere() -> None:
    changes = FIRST | {("2021", "0547", "0336"): 0.0, ("2021", "0547", "0064"): 50.0}
    found = text(page(country(municipalities_nationality=changes)))
    assert "true of Katwijk, Leiderdorp and Oegstgeest" in found
    assert "Another nationality" not in found


def test_a_share_that_is_not_known_makes_no_order() -> None:
    missing = {("2021", "0547", "international"): Cell(None, Status.MISSING)}
    found = page(country(municipalities_group=missing))
    assert found.headline == "Leiden and the municipalities of its region"
    assert "highest share in the region" not in text(found).split("Migration background")[0]
    assert "share of internationals is lowest" not in text(found)


def test_the_charts_name_what_leads_and_stress_the_own_municipality() -> None:
    nationality, origin = page(country()).charts
    assert nationality.labels[0] == "Leiden – Italian" and origin.labels[-1] == "Katwijk – Poland"
    assert nationality.highlight == origin.highlight == ("0546",)
    assert [cell.value for cell in nationality.series[0].cells] == sorted(
        (cell.value for cell in nationality.series[0].cells), key=lambda value: -(value or 0)
    )


def test_without_backgrounds_the_page_says_less() -> None:
    full = country()
    found = without_group(without_tables(full, "municipalities_origin"), "migration_background")
    assert page(found).headline == "Within Region 071, Leiden has the highest share of internationals"
    for language in ("en", "nl"):
        said = text(page(found, language))
        assert "background" not in said and "achtergrond" not in said
    assert [chart.id for chart in page(found).charts] == ["region-internationals"]


def test_a_page_can_only_need_what_a_municipality_can_be_without(tmp_path: Path) -> None:
    folder = tmp_path / "pages" / "06-region"
    folder.mkdir(parents=True)
    built_in = (BUILT_IN / "06-region" / "page.yml").read_text(encoding="utf-8")
    (folder / "page.yml").write_text(built_in.replace("needs: [region]", "needs: [regio]"), encoding="utf-8")
    with pytest.raises(ClaimError, match=r"line 7.*not 'regio'.*Did you mean 'region'"):
        compose(country(), overrides=tmp_path / "pages", chosen=["06-region"])
