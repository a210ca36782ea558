"""Definitions: who is an international, with what background, counted how. Dated rules with their source.

Every module is one definition of the monitor (D1, D2, ...) as pure functions over codes and dates;
`codes/` holds the code lists that they read and `rules.yml` says in words what they do.
"""
