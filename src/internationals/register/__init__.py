"""Extract files in, residents and events out: read, validated, accounted for, and without a person's number.

Every row of every file ends in one of three places: used, excluded (by reason) or rejected (kept in the
quarantine folder with row, column and rule). The rules are part 4 of the design.
"""

from internationals.register.read import read

__all__ = ["read"]
