"""Claims: filed, imported, examined, ranked; their register as at any day."""
