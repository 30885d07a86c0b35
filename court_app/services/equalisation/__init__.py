"""Failed plans and compositions, and what was received under them (EBL 93, 103, 104)."""
