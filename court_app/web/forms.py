"""Forms out of the marshmallow payload: what is asked, how it is asked, and what was typed.

A nested field is named by its path: `debtor.name`, `debtor.agents.0.phone`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from marshmallow import Schema, fields, missing, validate

from court_app import languages
from models.vocabulary.term import Term
from workflows.payloads.base import Word

Choices = Sequence[tuple[str, str]]
FEW = 4
"""So many choices stand side by side; more are a list to choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A field as the page asks for it; `children` are its parts, `rows` its repetitions."""

    name: str
    label: str
    hint: str = ""
    widget: str = "text"
    required: bool = False
    value: Any = ""
    choices: Choices = ()
    errors: tuple[str, ...] = ()
    children: tuple["FieldView", ...] = ()
    rows: tuple[tuple["FieldView", ...], ...] = ()
    most: int | None = None
    lookup: str = ""
    within: str = ""

    @property
    def id(self) -> str:
        """The name that labels, hints, errors and links refer to; `within` tells forms of one page apart."""
        return f"field-{self.within}{self.name}".replace(".", "-")

    def wrong(self) -> list[tuple["FieldView", str]]:
        """Every sentence about this field and its parts, with the field that it is about."""
        parts = [*self.children, *(part for row in self.rows for part in row)]
        return [(self, error) for error in self.errors] + [bad for part in parts for bad in part.wrong()]


@dataclass(frozen=True, slots=True)
class Filling:
    """What a form is filled with: what was typed, what is wrong with it, what can be chosen."""

    language: str
    values: Mapping[str, Any]
    errors: Mapping[str, Sequence[str]]
    choices: Mapping[str, Choices]
    extra_rows: int
    lookups: Mapping[str, str]


def fields_of(
    schema: type[Schema] | Schema,
    language: str | None = None,
    *,
    values: Mapping[str, Any] | None = None,
    errors: Mapping[str, Sequence[str]] | None = None,
    choices: Mapping[str, Choices] | None = None,
    lookups: Mapping[str, str] | None = None,
    exclude: Sequence[str] = (),
    extra_rows: int = 1,
) -> list[FieldView]:
    """The fields that a payload asks for, in the order in which they were written.

    Args:
        schema: the payload.
        language: "zh" or "en"; of the request if not given.
        values: what was typed, as `form_reading.read_form` gives it, or a first proposal.
        errors: sentences by field, as `errors_of` gives them.
        choices: value and label by field name, where the payload itself does not know them
            (`missing_papers`, `checklist`, `blocks`).
        lookups: the address of a list by field name, where there is too much to choose from.
        exclude: fields that the page does not ask for.
        extra_rows: empty rows offered below those that were filled in.
    """
    made = schema if isinstance(schema, Schema) else schema()
    spoken = language or languages.language()
    filling = Filling(spoken, values or {}, errors or {}, choices or {}, extra_rows, lookups or {})
    return [
        view_of(name, name, field, filling.values.get(name, missing), filling)
        for name, field in made.load_fields.items()
        if name not in exclude
    ]


def view_of(path: str, name: str, field: fields.Field[Any], value: Any, filling: Filling) -> FieldView:
    """One field as the page asks for it."""
    widget = widget_of(field, filling.choices.get(name))
    parts: dict[str, Any] = {}
    if widget == "group":
        parts["children"] = group(path, field, value, filling)
    elif widget in ("rows", "checklist"):
        parts["rows"] = rows(path, name, field, value, filling)
    elif widget == "blocks":
        parts["children"] = blocks(path, name, value, filling)
    else:
        parts["value"] = shown(value if value is not missing else default_of(field))
        parts["choices"] = choices_of(field, filling, name)
    return FieldView(
        name=path,
        label=word(field, "", filling.language) or name,
        hint=word(field, "hint_", filling.language),
        widget=widget,
        required=field.required,
        errors=tuple(filling.errors.get(path, ())),
        most=getattr(field, "most", None),
        lookup=filling.lookups.get(name, ""),
        **parts,
    )


def word(field: fields.Field[Any], kind: str, language: str) -> str:
    """A label or hint of a field; in English with a capital letter."""
    return capital(str(field.metadata.get(f"{kind}{language}", "")))


def capital(words: str) -> str:
    """Words as a label begins: English ones with a capital letter."""
    return words[:1].upper() + words[1:]


def widget_of(field: fields.Field[Any], given: Choices | None) -> str:
    """How a field is asked for."""
    named = field.metadata.get("widget")
    if named in OF_THE_CASE:
        several = isinstance(field, fields.List)
        return "checkboxes" if several else "number" if given is None else "select"
    if named == "missing_papers" or (isinstance(field, fields.List) and given is not None and named is None):
        return "checkboxes"
    if named == "choice":
        return "radios" if len(own_choices(field)) <= FEW else "select"
    return str(named) if named else by_type(field, given)


def by_type(field: fields.Field[Any], given: Choices | None) -> str:
    """How a field is asked for of which nothing is said but its type."""
    if isinstance(field, fields.List):
        return "rows" if isinstance(field.inner, fields.Nested) else "checkboxes"
    if isinstance(field, fields.Boolean):
        return "yesno" if field.required else "checkbox"
    plain = next((PLAIN[kind] for kind in type(field).__mro__ if kind in PLAIN), "")
    return plain or ("select" if given is not None or own_choices(field) else "text")


OF_THE_CASE = frozenset(
    {"creditor", "asset", "meeting", "claim", "resolution", "decision", "member", "row", "spending"}
)
"""Widgets that mean something of the case: chosen from a list if it is short, else looked up by number."""
PLAIN: dict[type, str] = {
    fields.Nested: "group",
    fields.Date: "date",
    fields.Integer: "number",
    fields.Dict: "blocks",
}


def own_choices(field: fields.Field[Any]) -> list[Any]:
    """The closed set of a field: its words, or values with their labels."""
    inner = field.inner if isinstance(field, fields.List) else field
    if isinstance(inner, Word):
        return list(inner.choices)
    for check in inner.validators:
        if isinstance(check, validate.OneOf):
            labels = list(check.labels) or list(check.choices)
            return list(zip(check.choices, labels, strict=False))
    return []


def choices_of(field: fields.Field[Any], filling: Filling, name: str) -> Choices:
    """Value and label of everything that can be chosen."""
    if name in filling.choices:
        return filling.choices[name]
    return [
        (choice.value, capital(choice.label(filling.language)))
        if isinstance(choice, Term)
        else (str(choice[0]), languages.translate(str(choice[1])))
        for choice in own_choices(field)
    ]


def default_of(field: fields.Field[Any]) -> Any:
    """What is proposed: what would be taken if nothing were said."""
    default = field.load_default
    return default() if callable(default) else ("" if default is missing or default is None else default)


def shown(value: Any) -> Any:
    """A value as a form holds it."""
    if isinstance(value, Term):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [shown(item) for item in value]
    return value if isinstance(value, bool) else ("" if value is None else str(value))


def below(path: str, field: fields.Nested, value: Any, filling: Filling) -> tuple[FieldView, ...]:
    """The fields of one nested object."""
    held = value if isinstance(value, Mapping) else {}
    return tuple(
        view_of(f"{path}.{name}", name, inner, held.get(name, missing), filling)
        for name, inner in field.schema.load_fields.items()
    )


def group(path: str, field: fields.Field[Any], value: Any, filling: Filling) -> tuple[FieldView, ...]:
    """The parts of a nested object."""
    return below(path, field, value, filling) if isinstance(field, fields.Nested) else ()


def rows(
    path: str, name: str, field: fields.Field[Any], value: Any, filling: Filling
) -> tuple[tuple[FieldView, ...], ...]:
    """The rows of a list of objects; a checklist has one row for each of its given items."""
    if not isinstance(field, fields.List) or not isinstance(field.inner, fields.Nested):
        return ()
    held = list(value) if isinstance(value, list | tuple) else []
    if field.metadata.get("widget") == "checklist":
        return checklist(path, field.inner, held, filling.choices.get(name, ()), filling)
    blank = int(field.metadata.get("blank_rows", filling.extra_rows))
    held += [{}] * (max(blank, 1) if not held else filling.extra_rows)
    return tuple(below(f"{path}.{place}", field.inner, row, filling) for place, row in enumerate(held))


def checklist(
    path: str, inner: fields.Nested, held: list[Any], items: Choices, filling: Filling
) -> tuple[tuple[FieldView, ...], ...]:
    """One row for each item; what is wrong with a typed row stands at the row of its item."""
    key = next(iter(inner.schema.load_fields))
    typed = {str(shown(row.get(key))): (place, row) for place, row in enumerate(held)}
    made = []
    for place, (code, label) in enumerate(items):
        typed_at, row = typed.get(code, (None, {}))
        at = f"{path}.{place}"
        wrong = {
            name.replace(f"{path}.{typed_at}.", f"{at}.", 1): texts
            for name, texts in filling.errors.items()
            if name.startswith(f"{path}.{typed_at}.")
        }
        parts = below(at, inner, row, replace(filling, errors=wrong))
        made.append((FieldView(name=f"{at}.{key}", label=label, widget="key", value=code), *parts[1:]))
    return tuple(made)


def blocks(path: str, name: str, value: Any, filling: Filling) -> tuple[FieldView, ...]:
    """One text for each block that can be edited."""
    held = value if isinstance(value, Mapping) else {}
    return tuple(
        FieldView(
            name=f"{path}.{key}",
            label=label,
            widget="textarea",
            value=held.get(key, ""),
            errors=tuple(filling.errors.get(f"{path}.{key}", ())),
        )
        for key, label in filling.choices.get(name, ())
    )
