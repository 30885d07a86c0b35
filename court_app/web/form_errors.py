"""What does not fit in a form, in sentences and by field."""

from collections.abc import Callable
from typing import Any

from marshmallow import Schema, ValidationError, fields

from court_app import languages
from court_app.errors import BadInput, flatten
from court_app.web.forms import word


def label_of(payload: type[Schema], path: str) -> str:
    """The label of a field by its path: `changes.0.amount_fen` is the amount of the first change."""
    words: list[str] = []
    known: Schema | None = payload()
    for part in path.split("."):
        if part.isdecimal():
            words.append(str(int(part) + 1))
            continue
        field = known.load_fields.get(part) if known is not None else None
        words.append((word(field, "", languages.language()) if field else "") or part)
        inner = field.inner if isinstance(field, fields.List) else field
        known = inner.schema if isinstance(inner, fields.Nested) else None
    return " ".join(words)


def sentences_of(error: ValidationError | BadInput) -> list[str]:
    """The sentences of what does not fit, where a page names no fields beside them."""
    return [sentence for sentences in errors_of(error).values() for sentence in sentences]


def errors_of(error: ValidationError | BadInput, language: str | None = None) -> dict[str, list[str]]:
    """The sentences of what does not fit, by field, nested fields joined by dots."""
    spoken = language or languages.language()
    fields_in_error = error.fields if isinstance(error, BadInput) else flatten(by_field(error))
    return {
        path: [text.render(spoken, languages.translate) for text in texts]
        for path, texts in fields_in_error.items()
    }


def by_field(error: ValidationError) -> dict[str, Any]:
    """The messages of an error under the field that it names, also if it was raised outside a schema."""
    normalized: Callable[[], dict[str, Any]] = error.normalized_messages
    return normalized()
