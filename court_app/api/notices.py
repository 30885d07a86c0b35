"""Notices to many and announcements: batches, progress, sending, results, duties."""

from typing import Any

from flask import Response, jsonify

from court_app import visit
from court_app.api import views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID
from court_app.api.papers import PAPER
from court_app.api.schemas_common import PageQuery
from court_app.languages import say
from court_app.services.casework import cases, publications, publishing
from court_app.services.casework.publications import Duty
from court_app.services.papers import notices, notices_proof, notices_results, notices_sending
from court_app.services.papers.notices_sending import Outcome
from models import Notice, NoticeBatch, Publication
from workflows.payloads.notices import ConfirmAll, ConfirmList, PublicationRecord, SendAll

blueprint = CourtBlueprint("notices_api", "批量通知与公告 · notices to many and announcements")
BATCH = "<int(max=2147483647):batch_id>"
EVENT = "<int(max=2147483647):event_id>"


def batch_view(batch: NoticeBatch) -> dict[str, Any]:
    """A batch: how far it is, and how the duty to tell stands."""
    occasion = visit.occasion()
    far, told = notices.progress(occasion, batch), notices_proof.telling(occasion, batch)
    return {
        "id": batch.id,
        "case_id": batch.case_id,
        "document_id": batch.document_id,
        "personal": batch.personal,
        "total": far.total,
        "done": far.done,
        "stopped": far.stopped,
        "finished": far.finished,
        "started_at": views.day(batch.started_at),
        "ends_at": views.day(far.ends_at),
        "finished_at": views.day(batch.finished_at),
        "due_on": views.day(told.clock.due_on if told.clock else None),
        "basis": told.clock.basis if told.clock else None,
        "duty": views.word(told.state),
        "late": told.late,
        "states": {state.value: number for state, number in told.counts.items()},
        "methods": {method.value: number for method, number in told.methods.items()},
    }


def notice_view(row: Notice) -> dict[str, Any]:
    """One addressee's copy and his row of the ledger."""
    return {
        "position": row.position,
        "sha256": row.sha256,
        "uncovered": row.uncovered,
        "made_at": views.day(row.made_at),
        "delivery": views.delivery(row.delivery),
    }


def outcome_view(outcome: Outcome) -> dict[str, Any]:
    """What was done, and who was refused why."""
    return {
        "done": outcome.done,
        "refused": [
            {
                "position": one.position,
                "name": one.name,
                "obstacles": [{"code": o.code, "message": say(o.text)} for o in one.obstacles],
            }
            for one in outcome.refused
        ],
    }


def duty_view(duty: Duty) -> dict[str, Any]:
    """An announcement that is owed."""
    return {
        "case_id": duty.case.id,
        "case_number": duty.case.number,
        "event_id": duty.event.id if duty.event else None,
        "step": duty.row.name,
        "label": say(duty.row.label),
        "basis": views.basis(duty.basis),
        "document_id": duty.paper.id if duty.paper else None,
        "due_on": views.day(duty.due_on),
        "state": views.word(duty.state),
        "missing": [say(line) for line in duty.missing],
        "publications": [publication_view(one) for one in duty.publications],
    }


def publication_view(one: Publication) -> dict[str, Any]:
    """Where an announcement appeared."""
    return {
        "id": one.id,
        "channel": views.word(one.channel),
        "reference": one.reference,
        "published_on": views.day(one.published_on),
    }


@blueprint.get(f"/cases/{ID}/notice-batches")
@blueprint.response(200)
def list_batches(case_id: int) -> Response:
    """The batches of notices of a case, newest first."""
    occasion = visit.occasion()
    case = cases.find(occasion, case_id)
    visit.reads_case(case_id)
    return jsonify(items=[batch_view(batch) for batch in notices.of_case(occasion, case)])


@blueprint.post(f"/documents/{PAPER}/notice-batch")
@blueprint.response(201)
def make_batch(document_id: int) -> tuple[Response, int]:
    """Have everyone's copy of an issued paper made; asked again, the same batch."""
    return jsonify(batch_view(notices.make(visit.occasion(), document_id))), 201


@blueprint.get(f"/notice-batches/{BATCH}")
@blueprint.response(200)
def show_batch(batch_id: int) -> Response:
    """How far a batch is, and how the duty to tell stands."""
    batch = notices.find(visit.occasion(), batch_id)
    visit.reads_case(batch.case_id)
    return jsonify(batch_view(batch))


@blueprint.get(f"/notice-batches/{BATCH}/notices")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200)
def list_notices(query: dict[str, Any], batch_id: int) -> Response:
    """Everyone's copy, by number."""
    occasion = visit.occasion()
    batch = notices.find(occasion, batch_id)
    visit.reads_case(batch.case_id)
    rows = notices.rows_of(occasion, batch, page=query["page"], size=query["size"])
    return jsonify(views.page_of([notice_view(row) for row in rows], batch.total, query))


@blueprint.get(f"/notice-batches/{BATCH}/notices/<int(max=2147483647):position>/pdf")
@blueprint.response(200, content_type="application/pdf")
def notice_pdf(batch_id: int, position: int) -> Response:
    """The bytes of one addressee's copy."""
    occasion = visit.occasion()
    visit.reads_case(notices.find(occasion, batch_id).case_id)
    return Response(notices.copy_of(occasion, batch_id, position), mimetype="application/pdf")


@blueprint.post(f"/notice-batches/{BATCH}/sending")
@blueprint.arguments(SendAll)
@blueprint.response(200)
def send_batch(body: dict[str, Any], batch_id: int) -> Response:
    """Send all that is made: electronically where that is allowed, else as said."""
    return jsonify(outcome_view(notices_sending.send(visit.occasion(), batch_id, SendAll().dump(body))))


@blueprint.post(f"/notice-batches/{BATCH}/confirmation")
@blueprint.arguments(ConfirmAll)
@blueprint.response(200)
def confirm_batch(body: dict[str, Any], batch_id: int) -> Response:
    """All that went out by one method has arrived on one day."""
    done = notices_sending.confirm_method(visit.occasion(), batch_id, ConfirmAll().dump(body))
    return jsonify(outcome_view(done))


@blueprint.post(f"/notice-batches/{BATCH}/results")
@blueprint.arguments(ConfirmList)
@blueprint.response(200)
def record_results(body: dict[str, Any], batch_id: int) -> Response:
    """Receipts and returns as a table; with one bad line, nothing is recorded."""
    done = notices_results.record_results(visit.occasion(), batch_id, ConfirmList().dump(body))
    return jsonify(outcome_view(done))


@blueprint.get(f"/cases/{ID}/publications")
@blueprint.response(200)
def list_duties(case_id: int) -> Response:
    """Every announcement that a case owes so far, and what is missing today."""
    occasion = visit.occasion()
    case = cases.find_shared(occasion, case_id)
    visit.reads_case(case_id)
    return jsonify(items=[duty_view(duty) for duty in publications.duties(occasion, case)])


@blueprint.post(f"/cases/{ID}/publications/{EVENT}")
@blueprint.arguments(PublicationRecord)
@blueprint.response(201)
def record_publication(body: dict[str, Any], case_id: int, event_id: int) -> tuple[Response, int]:
    """Record where an announcement has appeared."""
    made = publishing.record(visit.occasion(), case_id, event_id, PublicationRecord().dump(body))
    return jsonify(publication_view(made)), 201


@blueprint.get("/publications")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200)
def list_missing(query: dict[str, Any]) -> Response:
    """What is missing today in every case that the person may see."""
    visit.person()
    found, total = publications.everywhere(visit.occasion(), page=query["page"], size=query["size"])
    return jsonify(views.page_of([duty_view(duty) for duty in found], total, query))
