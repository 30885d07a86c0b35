"""What papers say of a class's vote on a plan, and of a deficiency that was fixed for voting only."""

from typing import Any

from documents.drafting import sample_facts, sections
from models.vocabulary import DocumentKind

K = DocumentKind


def text_of(kind: DocumentKind, **more: Any) -> str:
    """A sample with other facts."""
    facts = sample_facts(kind)
    written = sections(kind, {**facts, "details": {**facts["details"], **more}}, {})
    return "\n".join(line for lines in written.values() for line in lines)


def test_an_expected_deficiency_is_decided_as_such_and_for_voting_only() -> None:
    text = text_of(K.PROVISIONAL_AMOUNT_DECISION, deficiency_fen=50_000_000)

    assert "预计不能就担保物受偿的数额为人民币500000元（大写：伍拾万元整），按无财产担保债权计算。" in text
    assert "仅供债权人会议表决时使用" in text
    assert "3200000" not in text


def test_that_no_deficiency_is_expected_can_be_decided_too() -> None:
    assert "受偿的数额为人民币0元" in text_of(K.PROVISIONAL_AMOUNT_DECISION, deficiency_fen=0)


def test_a_class_that_passed_a_plan_binds_nobody_yet() -> None:
    alone = text_of(K.MEETING_RESOLUTION, voting_group="普通债权组")
    whole = text_of(K.MEETING_RESOLUTION, voting_group="")

    assert "普通债权组通过重整计划草案。各表决组均通过，并经人民法院裁定批准的，重整计划才有约束力。" in alone
    assert ("本决议对于全体债权人均有约束力" in alone, "本决议对于全体债权人均有约束力" in whole) == (
        False,
        True,
    )


def test_investors_vote_by_capital_and_are_no_creditors() -> None:
    text = text_of(K.MEETING_RESOLUTION, voting_group="出资人组")

    assert "出席会议的有表决权的出资人" in text
    assert "有表决权的债权人" not in text.split("四、")[0].split("三、")[1].split("\n")[0]
