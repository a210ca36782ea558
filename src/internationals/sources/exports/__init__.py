"""Exports made by hand from StatLine and from Swing ("… in cijfers"), read into raw tables."""
