"""Creditors who file their claims themselves, by a code."""
