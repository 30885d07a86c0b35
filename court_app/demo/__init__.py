"""Demonstration data: an invented court, invented people, cases made by taking real steps."""
