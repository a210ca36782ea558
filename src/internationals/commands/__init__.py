"""The commands, one module each: its docstring is the help, its `run` is what it does."""
