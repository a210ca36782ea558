"""Outputs: pages become files. One folder per kind of output, each with its own `write`."""
