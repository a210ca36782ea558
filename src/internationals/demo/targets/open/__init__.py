"""What the invented files of the other sources have to look like, as tables."""
