"""One module per page that follows from the project itself: `PLACE` in `docs/`, and `page()` with its text.

Modules are discovered. What a page says comes from the code; what the code cannot say stands here, and a
test holds the two together.
"""
