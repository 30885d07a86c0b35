"""Forms out of the marshmallow payload: what is asked, how it is asked, and what was typed.

A nested field is named by its path: `debtor.name`, `debtor.agents.0.phone`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from marshmallow import Schema, ValidationError, fields, missing, validate
from werkzeug.datastructures import MultiDict

from court_app import languages
from court_app.errors import BadInput, flatten
from models.vocabulary.term import Term
from workflows.payloads.base import Word

Choices = Sequence[tuple[str, str]]
Raw = dict[str, Any]
FEW = 4
"""So many choices stand side by side; more are a list to choose from."""
YES, NO = "yes", "no"


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

    @property
    def id(self) -> str:
        """The name that labels, hints, errors and links refer to."""
        return "field-" + self.name.replace(".", "-")


@dataclass(frozen=True, slots=True)
class Filling:
    """What a form is filled with: what was typed, what is wrong with it, what can be chosen."""

    language: str
    values: Mapping[str, Any]
    errors: Mapping[str, Sequence[str]]
    choices: Mapping[str, Choices]
    extra_rows: int


def fields_of(
    schema: type[Schema] | Schema,
    language: str | None = None,
    *,
    values: Mapping[str, Any] | None = None,
    errors: Mapping[str, Sequence[str]] | None = None,
    choices: Mapping[str, Choices] | None = None,
    exclude: Sequence[str] = (),
    extra_rows: int = 1,
) -> list[FieldView]:
    """The fields that a payload asks for, in the order in which they were written.

    Args:
        schema: the payload.
        language: "zh" or "en"; of the request if not given.
        values: what was typed, as `read_form` gives it, or a first proposal.
        errors: sentences by field, as `errors_of` gives them.
        choices: value and label by field name, where the payload itself does not know them
            (`missing_papers`, `checklist`, `blocks`).
        exclude: fields that the page does not ask for.
        extra_rows: empty rows offered below those that were filled in.
    """
    made = schema if isinstance(schema, Schema) else schema()
    filling = Filling(language or languages.language(), values or {}, errors or {}, choices or {}, extra_rows)
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
        **parts,
    )


def word(field: fields.Field[Any], kind: str, language: str) -> str:
    """A label or hint of a field; in English with a capital letter."""
    found = str(field.metadata.get(f"{kind}{language}", ""))
    return found[:1].upper() + found[1:] if language == languages.ENGLISH else found


def widget_of(field: fields.Field[Any], given: Choices | None) -> str:
    """How a field is asked for."""
    named = field.metadata.get("widget")
    if named == "missing_papers" or (isinstance(field, fields.List) and given is not None and named is None):
        return "checkboxes"
    if named == "choice":
        return "radios" if len(own_choices(field)) <= FEW else "select"
    if named:
        return str(named)
    if isinstance(field, fields.List):
        return "rows" if isinstance(field.inner, fields.Nested) else "checkboxes"
    if isinstance(field, fields.Boolean):
        return "yesno" if field.required else "checkbox"
    return PLAIN.get(type(field), "select" if given is not None or own_choices(field) else "text")


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
        (choice.value, choice.label(filling.language))
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
    inner = field.inner
    if field.metadata.get("widget") == "checklist":
        key = next(iter(inner.schema.load_fields))
        known = {str(shown(row.get(key))): row for row in held}
        held = [{**known.get(code, {}), key: code} for code, _ in filling.choices.get(name, ())]
    else:
        held += [{}] * max(filling.extra_rows, 0 if held else 1)
    return tuple(below(f"{path}.{place}", inner, row, filling) for place, row in enumerate(held))


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


def errors_of(error: ValidationError | BadInput, language: str | None = None) -> dict[str, list[str]]:
    """The sentences of what does not fit, by field, nested fields joined by dots."""
    spoken = language or languages.language()
    fields_in_error = error.fields if isinstance(error, BadInput) else flatten(error.messages)
    return {
        path: [text.render(spoken, languages.translate) for text in texts]
        for path, texts in fields_in_error.items()
    }


def read_form(
    schema: type[Schema] | Schema, form: MultiDict[str, str], *, exclude: Sequence[str] = ()
) -> Raw:
    """What was typed, as the payload reads it: empty fields are left out, empty rows dropped."""
    made = schema if isinstance(schema, Schema) else schema()
    return read_fields(made, form, "", exclude)


def read_fields(schema: Schema, form: MultiDict[str, str], prefix: str, exclude: Sequence[str] = ()) -> Raw:
    """The fields of one object."""
    typed: Raw = {}
    for name, field in schema.load_fields.items():
        if name not in exclude:
            value = read_field(field, form, prefix + name)
            if value is not missing:
                typed[name] = value
    return typed


def read_field(field: fields.Field[Any], form: MultiDict[str, str], path: str) -> Any:
    """One field; `missing` if nothing was typed."""
    if isinstance(field, fields.Nested):
        held = read_fields(field.schema, form, f"{path}.")
        return missing if is_blank(field.schema, held) and not field.required else held
    if isinstance(field, fields.List):
        if isinstance(field.inner, fields.Nested):
            return read_rows(field, field.inner, form, path)
        return [item for item in form.getlist(path) if item.strip()]
    if isinstance(field, fields.Dict):
        return {key.removeprefix(f"{path}."): form[key] for key in form if key.startswith(f"{path}.")}
    if isinstance(field, fields.Boolean):
        return read_boolean(field, form, path)
    text = form.get(path, "").strip()
    if isinstance(field, fields.Integer) and text.removeprefix("-").isdecimal() and len(text) < 20:
        return int(text)
    return text or missing


def read_boolean(field: fields.Boolean, form: MultiDict[str, str], path: str) -> Any:
    """A box that is ticked or not; a question that must be answered is missing until it is."""
    if not field.required:
        return path in form
    return {YES: True, NO: False}.get(form.get(path, ""), missing)


def read_rows(
    field: fields.List[Any], inner: fields.Nested, form: MultiDict[str, str], path: str
) -> list[Raw]:
    """The rows that were filled in, in their order on the page."""
    places = {key.removeprefix(f"{path}.").split(".")[0] for key in form if key.startswith(f"{path}.")}
    ignored = ()
    if field.metadata.get("widget") == "checklist":
        ignored = (next(iter(inner.schema.load_fields)),)
    held = [
        read_fields(inner.schema, form, f"{path}.{place}.")
        for place in sorted((p for p in places if p.isdecimal()), key=int)
    ]
    return [row for row in held if not is_blank(inner.schema, row, ignored)]


def is_blank(schema: Schema, held: Mapping[str, Any], ignored: Sequence[str] = ()) -> bool:
    """Whether nobody filled in anything: what the page itself proposes does not count."""
    for name, value in held.items():
        field = schema.load_fields[name]
        proposed = isinstance(field, fields.Boolean) or shown(value) == shown(default_of(field))
        if name not in ignored and not proposed and value not in ("", [], {}):
            return False
    return True
