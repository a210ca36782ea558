"""The respondents of a survey among residents: too few internationals answer, and weights put that right."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from internationals.demo.open.tables import rows, write

YEAR = 2022
RESPONDENTS = {"nederlands": 4518, "niet_nederlands": 502}
WEIGHT = {"nederlands": 0.966, "niet_nederlands": 1.31}
"""The mean weight of a group: with these, the share of internationals is that among all residents."""
WORDS = np.array(["nee", "ja"])


def deliver(folder: Path, rng: np.random.Generator) -> None:
    """Write `survey.csv`: one row per respondent, in no order."""
    targets = {(row["item"], row["group"]): row for row in rows("survey")}
    items = list(dict.fromkeys(item for item, _ in targets))
    lines: list[tuple[object, ...]] = []
    for group, size in RESPONDENTS.items():
        weights = np.round(WEIGHT[group] * rng.uniform(0.6, 1.4, size), 3)
        columns = []
        for item in items:
            target = targets[item, group]
            answered = rng.random(size) < float(target["answered"])
            yes = _yes(np.where(answered, weights, 0.0), float(target["share"]) / 100, rng)
            columns.append(np.where(answered, WORDS[yes.astype(int)], ""))
        lines += [
            (YEAR, f"{weight:.3f}", group, *answers)
            for weight, *answers in zip(
                weights.tolist(), *(column.tolist() for column in columns), strict=True
            )
        ]
    order = rng.permutation(len(lines)).tolist()
    write(
        folder / "survey.csv",
        ";".join(("jaar", "gewicht", "nationaliteit", *items)),
        [lines[at] for at in order],
    )


def _yes(weights: NDArray[np.float64], share: float, rng: np.random.Generator) -> NDArray[np.bool_]:
    """Respondents drawn at random until their weight is the share of all weight, to half of the last one."""
    order = rng.permutation(len(weights))
    reached = np.cumsum(weights[order]) - weights[order] / 2
    chosen = np.zeros(len(weights), dtype=bool)
    chosen[order[reached < share * weights.sum()]] = True
    return np.asarray(chosen & (weights > 0))
