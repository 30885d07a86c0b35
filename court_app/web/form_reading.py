"""What was typed into a form, as the marshmallow payload reads it.

Empty fields are left out, so that the payload's own defaults and demands hold; empty rows are dropped.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from marshmallow import Schema, fields, missing
from werkzeug.datastructures import MultiDict

from court_app.web.forms import default_of, shown

Raw = dict[str, Any]
Form = MultiDict[str, str]
MOST_DIGITS = 20
YES, NO = "yes", "no"


def read_form(schema: type[Schema] | Schema, form: Form, *, exclude: Sequence[str] = ()) -> Raw:
    """What was typed, as the payload reads it: empty fields are left out, empty rows dropped."""
    made = schema if isinstance(schema, Schema) else schema()
    return read_fields(made, form, "", exclude)


def read_fields(schema: Schema, form: Form, prefix: str, exclude: Sequence[str] = ()) -> Raw:
    """The fields of one object."""
    typed: Raw = {}
    for name, field in schema.load_fields.items():
        if name not in exclude:
            value = read_field(field, form, prefix + name)
            if value is not missing:
                typed[name] = value
    return typed


def read_field(field: fields.Field[Any], form: Form, path: str) -> Any:
    """One field; `missing` if nothing was typed."""
    for kind, read in READERS:
        if isinstance(field, kind):
            return read(field, form, path)
    return form.get(path, "").strip() or missing


def read_group(field: fields.Nested, form: Form, path: str) -> Any:
    """A nested object; one that nobody filled in is missing if it may be."""
    held = read_fields(field.schema, form, f"{path}.")
    return missing if is_blank(field.schema, held) and not field.required else held


def read_list(field: fields.List[Any], form: Form, path: str) -> list[Any]:
    """Everything that was ticked, or the rows that were filled in."""
    if isinstance(field.inner, fields.Nested):
        return read_rows(field, field.inner, form, path)
    return [item for item in form.getlist(path) if item.strip()]


def read_blocks(_field: fields.Field[Any], form: Form, path: str) -> dict[str, str]:
    """The texts of the blocks, also empty ones."""
    return {key.removeprefix(f"{path}."): form[key] for key in form if key.startswith(f"{path}.")}


def read_integer(_field: fields.Field[Any], form: Form, path: str) -> Any:
    """A whole number; what is none stays as it was typed, for the payload to refuse."""
    text = form.get(path, "").strip()
    if text.removeprefix("-").isdecimal() and len(text) < MOST_DIGITS:
        return int(text)
    return text or missing


def read_boolean(field: fields.Boolean, form: Form, path: str) -> Any:
    """A box that is ticked or not; a question that must be answered is missing until it is."""
    if not field.required:
        return path in form
    return {YES: True, NO: False}.get(form.get(path, ""), missing)


def read_rows(field: fields.List[Any], inner: fields.Nested, form: Form, path: str) -> list[Raw]:
    """The rows that were filled in, in their order on the page."""
    places = {key.removeprefix(f"{path}.").split(".")[0] for key in form if key.startswith(f"{path}.")}
    ignored: tuple[str, ...] = ()
    if field.metadata.get("widget") == "checklist":
        ignored = (next(iter(inner.schema.load_fields)),)
    held = [
        read_fields(inner.schema, form, f"{path}.{place}.")
        for place in sorted((p for p in places if p.isdecimal()), key=int)
    ]
    return [row for row in held if not is_blank(inner.schema, row, ignored)]


def proposed_in(schema: Schema, address: Form) -> Raw:
    """What an address proposes for a form: its fields, and rows as a form names them."""
    rows = {
        name: read_rows(field, field.inner, address, name)
        for name, field in schema.load_fields.items()
        if isinstance(field, fields.List) and isinstance(field.inner, fields.Nested)
        if any(key.startswith(f"{name}.") for key in address)
    }
    return {**{name: address[name] for name in address}, **rows}


def is_blank(schema: Schema, held: Mapping[str, Any], ignored: Sequence[str] = ()) -> bool:
    """Whether nobody filled in anything: what the page itself proposes does not count."""
    for name, value in held.items():
        field = schema.load_fields[name]
        proposed = isinstance(field, fields.Boolean) or shown(value) == shown(default_of(field))
        if name not in ignored and not proposed and value not in ("", [], {}):
            return False
    return True


READERS: tuple[tuple[type, Callable[[Any, Form, str], Any]], ...] = (
    (fields.Nested, read_group),
    (fields.List, read_list),
    (fields.Dict, read_blocks),
    (fields.Boolean, read_boolean),
    (fields.Integer, read_integer),
)
