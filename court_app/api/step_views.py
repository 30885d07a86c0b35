"""How steps are shown to programs: what one takes, what it would do, what it has done."""

from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin

from court_app.api.views import basis, day, event, state_of, word
from court_app.languages import say
from court_app.services.procedure.previewing import Preview
from court_app.services.procedure.step_records import Taken
from workflows.engine import Option
from workflows.payloads.base import Payload
from workflows.transition import Transition

PLUGIN = MarshmallowPlugin()
APISpec("payloads", "1", "3.1.0", plugins=[PLUGIN])


def option(one: Option, preview: Preview | None = None) -> dict[str, Any]:
    """A step as it stands: allowed or not, and why; what it takes and what it would do."""
    row = one.transition
    return {
        "name": row.name,
        "label": say(row.label),
        "note": say(row.note) if row.note else None,
        "actor": word(row.actor),
        "seat": word(row.seat),
        "recorded_by": [word(role) for role in sorted(row.recorded_by)],
        "basis": basis(row.basis),
        "allowed": one.allowed,
        "obstacles": [
            {"code": o.code, "message": say(o.text), "basis": basis(o.basis)} for o in one.obstacles
        ],
        "payload": payload_schema(row.payload),
        "preview": previewed(row, preview),
    }


def previewed(row: Transition, preview: Preview | None) -> dict[str, Any] | None:
    """What a step would do today."""
    if preview is None:
        return None
    return {
        "state": word(row.target),
        "starts": [
            {"kind": word(kind), "due_on": day(period.due_on), "working": [say(w) for w in period.working]}
            for kind, period in preview.starts
        ],
        "ends": [word(clock.kind) for clock in preview.ends],
        "documents": [word(kind) for kind in preview.papers],
        "served_on": [
            {"document": word(kind), "recipients": [r.name for r in names]}
            for kind, names in preview.served_on
        ],
        "effects": [{"text": say(e.text), "basis": basis(e.basis)} for e in preview.effects],
        "working": [say(line) for line in preview.working],
    }


def payload_schema(payload: type[Payload]) -> dict[str, Any]:
    """The JSON schema of what must be supplied, from the marshmallow class; nested objects in place."""
    converter: Any = PLUGIN.converter
    schema: dict[str, Any] = inlined(converter.schema2jsonschema(payload()))
    return schema


def inlined(schema: Any) -> Any:
    """A schema with its references put in place, so that it stands alone."""
    if isinstance(schema, list):
        return [inlined(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    reference = schema.get("$ref")
    if reference is not None and PLUGIN.spec is not None:
        name = reference.rsplit("/", 1)[1]
        return inlined(PLUGIN.spec.components.schemas[name])
    return {name: inlined(value) for name, value in schema.items()}


def taken(done: Taken) -> dict[str, Any]:
    """What a step has done."""
    return {
        "event": event(done.event),
        "state": state_of(done.subject),
        "version": done.subject.version,
        "serial": done.part.serial if done.part is not None else None,
        "case": {"id": done.case.id, "state": state_of(done.case), "version": done.case.version},
    }
