"""Indicator families, one module each, with their cards beside them."""
