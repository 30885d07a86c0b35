"""Cases as wholes: how they come in, who works on them, how they are found, their clocks and docket."""
