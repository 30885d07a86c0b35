"""What the steps of a failed plan, and of what was received under it, need (EBL 93, 103, 104)."""

from marshmallow import fields

from models.vocabulary import FailedPlanKind
from workflows.payloads.base import Line, Paragraphs, Payload, Word, Yuan, labelled
from workflows.payloads.days import PastDay
from workflows.payloads.draft import SERIAL


class FailedPlanTold(Payload):
    """What was approved, and the ruling that ended it."""

    kind = Word(FailedPlanKind, required=True, metadata=labelled("失败的情形", "what failed"))
    name = Line(required=True, metadata=labelled("计划、协议名称", "name of the plan or agreement"))
    approved_on = PastDay(
        required=True, metadata=labelled("批准、认可裁定日期", "day of the approval ruling")
    )
    approved_by = Line(
        required=True, metadata=labelled("批准、认可裁定书案号", "number of the approval ruling")
    )
    ended_on = PastDay(
        required=True,
        metadata=labelled(
            "终止执行、确认无效裁定日期",
            "day of the ruling that ended it",
            "同一裁定一并宣告破产",
            "the same ruling declares the debtor bankrupt",
        ),
    )
    ended_by = Line(
        required=True, metadata=labelled("终止执行、确认无效裁定书案号", "number of the ruling that ended it")
    )
    guarantees = Paragraphs(
        load_default="",
        metadata=labelled(
            "继续有效的担保",
            "guarantees that stay valid",
            "为计划、协议的执行提供的担保继续有效（第九十三条第四款、第一百零四条第四款）：担保人、担保物、范围",
            "security given for the performance stays (EBL 93(4), 104(4)): by whom, on what, how far",
            widget="textarea",
        ),
    )
    evidence = Paragraphs(
        required=True,
        metadata=labelled(
            "裁定书等依据（卷宗页码）", "the rulings and where they are filed", widget="textarea"
        ),
    )


class ReceiptTold(Payload):
    """A sum that a creditor had received under the plan."""

    claim_serial = fields.Integer(
        required=True,
        strict=False,
        validate=SERIAL,
        metadata=labelled("债权表序号", "number in the claims table", widget="claim"),
    )
    received_fen = Yuan(required=True, metadata=labelled("已受偿（元）", "received (yuan)", widget="money"))
    received_on = PastDay(required=True, metadata=labelled("受偿日期", "day of the payment"))
    evidence = Line(required=True, metadata=labelled("证据", "evidence", "如付款凭证号", "such as a voucher"))


class ExcessReclaimed(Payload):
    """What is asked back of what was received above the ratio that others get (EBL 103(2))."""

    reclaimed_fen = Yuan(
        required=True, metadata=labelled("要求返还（元）", "reclaimed (yuan)", widget="money")
    )
    how = Line(required=True, metadata=labelled("要求的方式和期限", "how and until when"))


class ExcessReturned(Payload):
    """What of it came back, in all."""

    returned_fen = Yuan(
        required=True, metadata=labelled("累计已返还（元）", "returned in all (yuan)", widget="money")
    )
