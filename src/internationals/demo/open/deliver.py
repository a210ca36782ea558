"""From a seed to the invented files of all other sources, in the folder for deliveries of a project."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from internationals.demo.open import country, nationalities, origins, registrations, students, survey, workers
from internationals.shapes import ConfigError

LABEL = "INVENTED.txt"
LABEL_TEXT = """\
VERZONNEN GEGEVENS
De getallen in deze map zijn door een programma bedacht, met een vast beginpunt voor het toeval. Ze lijken
op cijfers die over Leiden zijn gepubliceerd; geen enkele producent die bij deze bestanden genoemd wordt,
heeft ze gemaakt of gezien. Echt zijn alleen de namen en codes van gemeenten, landen, nationaliteiten en
instellingen, en de looncriteria voor kennismigranten. Gebruik deze bestanden alleen om het programma te
proberen of te toetsen.

INVENTED DATA
A program made up the numbers in this folder from a fixed random seed. They resemble figures that have been
published about Leiden; none of the producers that are named with these files has made or seen them. Only
the names and codes of municipalities, countries, nationalities and institutions are real, and so are the
salary criteria for highly skilled migrants. Use these files only to try out or to test the program.
"""


def deliver(folder: Path, *, seed: int = 2022) -> None:
    """Write a file per source into `folder/deliveries`, labelled as invented; the same seed, the same bytes.

    Raises ConfigError when a file lies there that the demo has not written, and DataError when the target
    tables contradict each other.
    """
    deliveries = folder / "deliveries"
    found = sorted(deliveries.glob("*.csv")) + sorted(deliveries.glob("*.xlsx"))
    if found and not (deliveries / LABEL).exists():
        raise ConfigError(
            f"{found[0]} may be a real delivery: the folder has no {LABEL}. "
            "The demo overwrites only what it has written itself; choose another folder."
        )
    deliveries.mkdir(parents=True, exist_ok=True)
    (deliveries / LABEL).write_text(LABEL_TEXT, encoding="utf-8", newline="\n")
    chance = iter(np.random.default_rng([seed, 4]).spawn(7))
    countries = country.invent(next(chance))
    nationalities.deliver(deliveries, countries, next(chance))
    origins.deliver(deliveries, countries, next(chance))
    workers.deliver(deliveries, next(chance))
    registrations.deliver(deliveries, next(chance))
    students.deliver(deliveries, next(chance))
    survey.deliver(deliveries, next(chance))
