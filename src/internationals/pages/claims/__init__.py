"""The tests that a claim of a page can be put to: every public function of a module here is one.

A test says True, False, or None when the release does not show which: then the claim is not made, and
neither is its opposite.
"""
