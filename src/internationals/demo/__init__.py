"""The invented register of Leiden and the invented files of all other sources, in the formats of real ones.

Nothing downstream knows that they are invented, apart from the label beside the files.
"""

from internationals.demo.generate import generate
from internationals.demo.open import deliver
from internationals.demo.open.moments import MOMENTS

__all__ = ["MOMENTS", "deliver", "generate"]
