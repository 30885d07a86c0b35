"""Forms are read off the payload, and what was typed comes back as the payload reads it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from marshmallow import Schema, ValidationError, fields, validate
from werkzeug.datastructures import MultiDict

from court_app.web.form_errors import errors_of
from court_app.web.form_reading import proposed_in, read_form
from court_app.web.forms import FieldView, fields_of
from models.vocabulary import InabilityGround, PartyKind, ReviewMode
from workflows.payloads.application import Acceptance
from workflows.payloads.base import Line, Paragraphs, Payload, Word, Yuan, labelled
from workflows.payloads.distribution_plan import DistributionPlanProposed
from workflows.payloads.petition import PetitionPayload


class Row(Schema):
    code = fields.String(required=True, metadata=labelled("材料", "paper"))
    state = Word(ReviewMode, required=True, metadata=labelled("情况", "how it stands"))
    remark = Line(load_default="", metadata=labelled("说明", "remark"))


class Person(Schema):
    kind = Word(PartyKind, load_default=PartyKind.ENTERPRISE, metadata=labelled("类型", "kind"))
    name = Line(required=True, metadata=labelled("名称", "name"))
    agrees = fields.Boolean(load_default=False, metadata=labelled("同意", "agrees"))


class Everything(Payload):
    line = Line(required=True, metadata=labelled("名称", "name", "全称", "in full"))
    text = Paragraphs(load_default="", metadata=labelled("理由", "reason", widget="textarea"))
    sum_yuan = Yuan(load_default=None, attribute="sum_fen", metadata=labelled("金额", "sum", widget="money"))
    number = fields.Integer(load_default=None, strict=True, metadata=labelled("人数", "number"))
    must_say = fields.Boolean(required=True, metadata=labelled("属实", "true"))
    may_tick = fields.Boolean(load_default=True, metadata=labelled("告知", "inform"))
    few = Word(ReviewMode, load_default=ReviewMode.WRITTEN, metadata=labelled("方式", "mode"))
    many = fields.List(
        Word(InabilityGround), load_default=list, metadata=labelled("原因", "cause", widget="checkboxes")
    )
    code = fields.String(load_default="a", validate=validate.OneOf(["a", "b"], labels=["甲", "乙"]))
    person = fields.Nested(Person, load_default=None, metadata=labelled("申请人", "applicant"))
    needed = fields.Nested(Person, required=True, metadata=labelled("债务人", "debtor"))
    people = fields.List(fields.Nested(Person), load_default=list, metadata=labelled("代理人", "agents"))
    papers = fields.List(
        fields.Nested(Row), load_default=list, metadata=labelled("清单", "checklist", widget="checklist")
    )
    blocks = fields.Dict(keys=fields.String(), values=Paragraphs(), metadata=labelled("段落", "paragraphs"))


@pytest.fixture(scope="module")
def speaking() -> Iterator[None]:
    """A request in which sentences can be translated."""
    from flask_babel import Babel

    app = Flask(__name__)
    Babel(app)
    with app.test_request_context():
        yield


def views(**given: object) -> dict[str, FieldView]:
    return {view.name: view for view in fields_of(Everything, "zh", **given)}  # type: ignore[arg-type]


def typed(*pairs: tuple[str, str]) -> dict[str, object]:
    return read_form(Everything, MultiDict([*pairs]))


pytestmark = pytest.mark.usefixtures("speaking")


def test_two_forms_of_one_page_name_their_fields_apart() -> None:
    line = views()["line"]

    assert (line.id, replace(line, within="7-").id) == ("field-line", "field-7-line")


def test_every_kind_of_field_is_asked_for_in_its_own_way() -> None:
    asked = {name: view.widget for name, view in views().items()}

    assert asked == {
        "effective_on": "date",
        "line": "text",
        "text": "textarea",
        "sum_yuan": "money",
        "number": "number",
        "must_say": "yesno",
        "may_tick": "checkbox",
        "few": "radios",
        "many": "checkboxes",
        "code": "select",
        "person": "group",
        "needed": "group",
        "people": "rows",
        "papers": "checklist",
        "blocks": "blocks",
    }


def test_labels_and_hints_stand_in_the_language_that_is_asked_for() -> None:
    english = {view.name: view for view in fields_of(Everything, "en")}

    assert (views()["line"].label, views()["line"].hint) == ("名称", "全称")
    assert (english["line"].label, english["line"].hint) == ("Name", "In full")


def test_what_would_be_taken_anyway_is_proposed_and_nothing_else() -> None:
    proposed = {name: view.value for name, view in views().items() if view.value not in ("", [])}

    assert proposed == {"may_tick": True, "few": "WRITTEN", "code": "a"}


def test_a_list_of_words_offers_each_with_its_label() -> None:
    assert views()["few"].choices == [("WRITTEN", "书面审查"), ("HEARING", "听证")]
    assert views()["code"].choices == [("a", "甲"), ("b", "乙")]


def test_a_checklist_has_one_row_for_each_item_and_keeps_what_was_typed_at_its_item() -> None:
    choices = {"papers": [("a", "申请书"), ("b", "证据")]}
    values = {"papers": [{"code": "b", "state": "HEARING"}]}

    rows = views(choices=choices, values=values, errors={"papers.0.remark": ["太长。"]})["papers"].rows

    assert [row[0].label for row in rows] == ["申请书", "证据"]
    assert [row[1].value for row in rows] == ["", "HEARING"]
    assert [row[2].errors for row in rows] == [(), ("太长。",)]


def test_blocks_are_texts_under_their_headings() -> None:
    shown = views(choices={"blocks": [("facts", "查明")]}, values={"blocks": {"facts": "债务人…"}})["blocks"]

    assert [(part.name, part.label, part.value) for part in shown.children] == [
        ("blocks.facts", "查明", "债务人…")
    ]


def test_what_is_wrong_stands_at_its_field_and_in_the_summary() -> None:
    view = views(errors={"needed.name": ["请填写此项。"]})["needed"]

    assert view.errors == ()
    assert [(bad.id, sentence) for bad, sentence in view.wrong()] == [("field-needed-name", "请填写此项。")]


def test_an_untouched_form_says_nothing_but_what_it_proposes() -> None:
    assert typed(("line", " "), ("few", "WRITTEN"), ("person.kind", "ENTERPRISE")) == {
        "may_tick": False,
        "few": "WRITTEN",
        "many": [],
        "needed": {"agrees": False},
        "people": [],
        "papers": [],
        "blocks": {},
    }


def test_a_nested_object_counts_as_soon_as_something_was_typed_into_it() -> None:
    read = typed(("person.kind", "PERSON"), ("person.name", ""))

    assert read["person"] == {"kind": "PERSON", "agrees": False}


def test_empty_rows_are_dropped_and_the_others_keep_their_order() -> None:
    read = typed(
        ("people.10.name", "丙"), ("people.2.name", "乙"), ("people.0.name", ""), ("people.x.name", "!")
    )

    assert [person["name"] for person in read["people"]] == ["乙", "丙"]  # type: ignore[attr-defined]


def test_a_paper_of_the_checklist_counts_once_its_state_is_chosen() -> None:
    read = typed(("papers.0.code", "a"), ("papers.1.code", "b"), ("papers.1.state", "HEARING"))

    assert read["papers"] == [{"code": "b", "state": "HEARING"}]


@pytest.mark.parametrize(
    ("text", "read"), [("12", 12), ("-3", -3), ("twelve", "twelve"), ("1" * 25, "1" * 25)]
)
def test_a_whole_number_is_read_and_anything_else_left_for_the_payload_to_refuse(
    text: str, read: object
) -> None:
    assert typed(("number", text))["number"] == read


@pytest.mark.parametrize(("said", "read"), [("yes", True), ("no", False)])
def test_a_question_is_answered_by_yes_or_no(said: str, read: bool) -> None:
    assert typed(("must_say", said))["must_say"] is read


def test_a_question_that_nobody_answered_is_missing() -> None:
    assert "must_say" not in typed()


def test_a_petition_typed_into_its_form_is_read_by_its_payload() -> None:
    form = MultiDict(
        [
            ("procedure_type", "LIQUIDATION"),
            ("applicant_kind", "DEBTOR"),
            ("debtor.name", "江澜远帆机械有限公司"),
            ("debtor.kind", "ENTERPRISE"),
            ("purpose", "申请破产清算"),
            ("facts_and_reasons", "不能清偿到期债务。"),
            ("grounds", "BALANCE_SHEET"),
            ("assets_yuan", "1,409.50"),
            ("employees", "31"),
        ]
    )

    read = PetitionPayload().load(read_form(PetitionPayload, form))

    assert read["debtor"]["name"] == "江澜远帆机械有限公司"
    assert read["applicant"] is None
    assert (read["assets_fen"], read["employees"]) == (140950, 31)
    assert read["grounds"] == [InabilityGround.BALANCE_SHEET]


def test_an_empty_acceptance_names_everything_that_must_be_found() -> None:
    with pytest.raises(ValidationError) as wrong:
        Acceptance().load(read_form(Acceptance, MultiDict()))

    told = errors_of(wrong.value, "zh")

    assert {"has_jurisdiction", "debts_due_unpaid", "administrator_name"} <= told.keys()
    assert told["has_jurisdiction"] == ["请填写此项。"]


def test_an_address_that_proposes_figures_of_collateral_fills_the_rows_of_the_plan() -> None:
    address = MultiDict(
        {
            "available_fen": "100.00",
            "collateral.0.asset_serial": "3",
            "collateral.0.cost_fen": "20000",
            "collateral.1.asset_serial": "4",
            "collateral.1.order": "2,1",
        }
    )

    proposed = proposed_in(DistributionPlanProposed(), address)

    assert proposed["available_fen"] == "100.00"
    assert [(row["asset_serial"], row.get("order", "")) for row in proposed["collateral"]] == [
        (3, ""),
        (4, "2,1"),
    ]
    assert proposed["collateral"][0]["cost_fen"] == "20000"
