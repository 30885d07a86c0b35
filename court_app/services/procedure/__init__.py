"""Taking a step, and what every kind of part of a case has in common: lists, columns, forms, previews."""
