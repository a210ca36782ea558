"""What the invented town has to look like, as tables with the published figure each number comes from."""
