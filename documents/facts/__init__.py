"""What a paper says of its case, frozen in the step that drafts it."""
