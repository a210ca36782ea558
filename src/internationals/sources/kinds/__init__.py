"""How data come here and are read: a module per kind, found by its name.

A module here has `read(folder, source, place) -> Observations`: pure, from the files of one snapshot to our codes
(`reference`, corrections and the provenance are added by the room). One that can be fetched also has
`newest(source, place, net) -> Stamp` and `fetch(source, place, net, folder, progress) -> Receipt`, which writes
into an empty folder. One that reads files made by hand has `SUFFIXES`, and says in the provenance how many
rows it has read.
What it needs to know stands under its name in the `options` of a source; `Options`, a strict pydantic model,
reads that.
"""
