"""The invented register of Leiden: a population that lives, written in the extract layout of real ones.

Nothing downstream knows that these people are invented, apart from the label beside the files.
"""

from internationals.demo.generate import generate

__all__ = ["generate"]
