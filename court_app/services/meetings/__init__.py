"""Creditors' meetings, votes and ballots, the committee, plans that a class refused."""
