"""A card in a language of which only some texts are translated."""

from __future__ import annotations

import pytest

from internationals.indicators.languages import in_languages
from internationals.texts import translated, translations
from tests.pages.releases import GROUP, card, years


def test_every_text_of_a_card_is_in_the_new_language_and_english_where_it_is_not_translated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = {"Group": "Gruppe", "Dutch nationals": "Niederländer"}
    monkeypatch.setattr(translations, "_translations", lambda _language: words)
    made = in_languages(card("residents_group", years(["2022"]), GROUP), ["nl", "en", "de"])
    year, group = made.dimensions
    assert group.label["de"] == "Gruppe"
    assert group.codes["dutch"] == {"nl": "Nederlanders", "en": "Dutch nationals", "de": "Niederländer"}
    assert group.codes["international"]["de"] == "Internationals"
    assert year.codes["2022"]["de"] == "2022"
    assert (made.title["de"], made.source["de"]) == ("residents_group", "Personal Records Database")


def test_in_the_languages_that_it_has_a_card_stays_as_it_is() -> None:
    given = card("residents_group", GROUP)
    assert in_languages(given, ["nl", "en"]) == given


def test_a_language_without_a_file_of_translations_has_none() -> None:
    assert translated("xx", "Group") == "Group"
