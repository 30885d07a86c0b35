"""Papers from the facts of a step to delivery: drafted, sealed, issued, sent, also to thousands."""
