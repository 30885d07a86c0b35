"""Remuneration and court fee: proposed, fixed, paid."""
