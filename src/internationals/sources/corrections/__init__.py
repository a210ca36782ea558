"""Known errors of sources, as data: `<source>.yml` here for what everybody gets, and in a project's `corrections/`.

Only errors of data that everybody gets from the producer belong here. The salary amounts of 2021, which circulate with
the age groups the wrong way round, are none of these: a file by hand has them right or wrong, and its template
refuses an amount for the young above that for the others.
"""
