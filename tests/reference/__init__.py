"""The definitions a second time: slowly, row by row, and written by another reader of the same agreement.

Nothing here is fast and nothing here is shared with the package, except the code lists (facts, not
rules). A municipal researcher should be able to read these modules as the specification:

* `codes`, `nationality`, `background`, `dates`, `ages`: what a single value means (D2-D5b, D10, D11);
* `files`, `rows`, `reading`: which rows of an extract count, and what becomes of the others (D1);
* `counting`, `balance`, `people`, `moves`: what is counted (D2-D14).

    stands, mutations = reference.read(folder, reference_dates=[...], years=[...])
    tables = reference.tables(stands, mutations)

Every table is a dictionary from a cell (`(("group", "dutch"), ("year", "2022"))`, dimensions in
alphabetical order) to a whole number; a cell that is not there is zero.
"""

from tests.reference.counting import tables
from tests.reference.reading import Mutations, RefusedError, Stands, read

__all__ = ["Mutations", "RefusedError", "Stands", "read", "tables"]
