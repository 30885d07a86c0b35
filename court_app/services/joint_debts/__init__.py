"""One debt owed by several or to several: who claims, who was paid, who stands back (EBL 50 to 52)."""
