"""Parties of a case: known creditors, authorities with measures, addresses, ends of roles."""

from collections.abc import Mapping
from typing import Any

from marshmallow import fields
from sqlalchemy import func, select

from court_app.errors import BadInput, NotFound, StaleVersion
from court_app.services.casework import cases
from court_app.services.casework.petitions import FIELDS_OF_PARTY
from court_app.services.occasion import Occasion
from court_app.services.searching_keys import keys_of
from models import Agent, Case, Party
from models.vocabulary import PartyRole
from workflows.payloads.base import Line, Paragraphs, Word, Yuan, labelled
from workflows.payloads.petition import PartyFields
from workflows.text import Text

MAY_BE_ADDED = (PartyRole.CREDITOR, PartyRole.INTERESTED, PartyRole.AUTHORITY)


class NewParty(PartyFields):
    """A party that comes into the case after the petition."""

    role = Word(PartyRole, only=MAY_BE_ADDED, required=True, metadata=labelled("诉讼地位", "role"))
    claim_yuan = Yuan(
        load_default=0,
        attribute="claim_fen",
        metadata=labelled("债权额（元）", "claim (yuan)", widget="money"),
    )
    measure = Paragraphs(
        load_default="",
        metadata=labelled(
            "采取的执行、保全措施", "measures of enforcement or preservation", widget="textarea"
        ),
    )


class PartyChange(PartyFields):
    """New particulars of a party; the version that was read comes with them."""

    name = Line(required=True, metadata=labelled("名称（姓名）", "name"))
    version = fields.Integer(required=True, strict=False, metadata=labelled("版本", "version"))


def add(occasion: Occasion, case_id: int, raw: Mapping[str, Any]) -> Party:
    """Take a creditor, an authority or an interested party into a case.

    Raises:
        Forbidden: if the person does not work on the case.
        ValidationError: if what was supplied is not well formed.
    """
    case = cases.hold(occasion, case_id)
    cases.must_work_on(occasion, case)
    values = NewParty().load(dict(raw))
    party = Party(
        role=values["role"],
        name_keys=keys_of(values["name"]),
        from_on=occasion.today,
        claim_fen=values["claim_fen"] or 0,
        measure=values["measure"],
        agents=[Agent(**agent) for agent in values["agents"]],
        **{name: values[name] for name in FIELDS_OF_PARTY},
    )
    case.parties.append(party)
    occasion.session.flush()
    record(occasion, case, party, "add_party", {"role": party.role.value, "name": party.name})
    return party


def change(occasion: Occasion, case_id: int, party_id: int, raw: Mapping[str, Any]) -> Party:
    """Change particulars of a party, such as its service address and its consent.

    Raises:
        StaleVersion: if somebody changed it meanwhile.
    """
    case = cases.hold(occasion, case_id)
    cases.must_work_on(occasion, case)
    party = of_case(occasion, case, party_id)
    values = PartyChange().load(dict(raw))
    if values["version"] != party.version:
        raise StaleVersion(party.version)
    changed = {n: values[n] for n in FIELDS_OF_PARTY if n in raw and values[n] != getattr(party, n)}
    for name, value in changed.items():
        setattr(party, name, value)
    party.name_keys = keys_of(party.name)
    record(occasion, case, party, "change_party", {"party": party.id, "fields": sorted(changed)})
    occasion.session.flush()
    return party


def end_role(occasion: Occasion, case_id: int, party_id: int) -> Party:
    """End a party's role today; nothing is deleted."""
    case = cases.hold(occasion, case_id)
    cases.must_work_on(occasion, case)
    party = of_case(occasion, case, party_id)
    if party.role not in MAY_BE_ADDED:
        raise BadInput({"party": [Text("申请人和债务人的地位不能在这里结束。")]})
    party.until_on = occasion.today
    record(occasion, case, party, "end_party", {"party": party.id})
    return party


def page_of(occasion: Occasion, case: Case, *, page: int, size: int) -> tuple[list[Party], int]:
    """The parties of a case in the order they came, a page at a time, and how many there are."""
    total = occasion.session.scalar(select(func.count(Party.id)).where(Party.case_id == case.id)) or 0
    chosen = select(Party).where(Party.case_id == case.id).order_by(Party.id)
    return list(occasion.session.scalars(chosen.limit(size).offset((page - 1) * size))), total


def of_case(occasion: Occasion, case: Case, party_id: int) -> Party:
    """A party of this very case.

    Raises:
        NotFound: if it belongs to another case.
    """
    party = occasion.session.scalar(select(Party).where(Party.id == party_id, Party.case_id == case.id))
    if party is None:
        raise NotFound(Text("本案没有这个当事人。"))
    return party


def record(occasion: Occasion, case: Case, party: Party, step: str, payload: dict[str, Any]) -> None:
    """Write what was done to a party into the docket; names only, no personal data."""
    cases.enter(occasion, case, "party", step, payload, basis="DESIGN", subject_id=party.id)
