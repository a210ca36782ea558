"""The open data of Statistics Netherlands, in both versions of its service: fetched page by page, and read back."""
