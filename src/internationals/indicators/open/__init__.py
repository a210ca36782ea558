"""Families of tables that are made of open data and of files by hand.

A module here has `NEEDS`, the sources of which it wants at least one, and `tables(observations, frame)`, which gives
per table id a `Found`: its rows and the observations that they come from. A `.yml` of the same name has the cards.
Families are discovered; a table whose source is absent is absent.
"""
