"""A table's card in short, for the files that hold their own metadata."""

from __future__ import annotations

import math
from typing import Any

from internationals.outputs.opendata.facts import Facts, in_language
from internationals.shapes import Method, ProtectedTable, Text


def about(table: ProtectedTable, facts: Facts) -> dict[str, Any]:
    """What the table is and whose, its texts in every language of the edition."""
    card = table.card

    def said(text: Text) -> dict[str, str]:
        return {language: in_language(text, language) for language in facts.languages}

    return {
        **({"invented": facts.mark} if facts.invented else {}),
        "table": card.id,
        "edition": facts.edition,
        "title": said(card.title),
        "definition": said(card.definition),
        "unit": said(card.unit),
        "source": said(card.source),
        "reference": said(card.reference),
        "notes": [said(note) for note in card.notes],
        "breaks": {code: said(text) for code, text in card.breaks.items()},
        **precision(table),
        "publisher": facts.publisher,
        "licence": facts.licence.address,
    }


def precision(table: ProtectedTable) -> dict[str, Any]:
    """How exact the numbers are: their decimals, to what their source rounds, and what protecting them did."""
    protection = table.protection
    bound = protection.hidden_at_most
    return {
        "decimals": table.card.decimals,
        "rounded_to": table.card.rounded_to,
        "protection": {
            "method": protection.method.value,
            "base": protection.base if protection.method is Method.ROUNDED else None,
            "hidden_at_most": None if math.isinf(bound) else bound,
        },
    }
