"""Distributions: drafts, plans, shares, escrow, a surplus to the investors (EBL 113 to 119, 123)."""
