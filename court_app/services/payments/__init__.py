"""Shares that are paid, come back, are not collected or not taken (EBL 114, 116 to 118)."""
