"""The roster of administrators, their choice, their office."""
