"""The invented files of all other sources, in the formats in which real ones are delivered."""

from internationals.demo.open.deliver import deliver

__all__ = ["deliver"]
