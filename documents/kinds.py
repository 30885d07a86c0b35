"""Every kind of paper: form number, title, shape, who approves it, what may be edited.

The wording stands in `templates/texts/KIND.txt`, in sections: `== name` is generated from the facts,
`== name * label` is a block that the judge may edit.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.vocabulary import ApprovalLevel, DocumentKind, Term

TEXTS = Path(__file__).parent / "templates" / "texts"


class Shape(Term):
    """How a paper is laid out. Source: `document-layout.md`."""

    RULING = "ruling", "裁判文书", "ruling"
    DECISION = "decision", "决定书", "decision"
    NOTICE = "notice", "通知书", "notice"
    ANNOUNCEMENT = "announcement", "公告", "announcement"
    LETTER = "letter", "函", "letter"
    FORM = "form", "表单", "form"


@dataclass(frozen=True, slots=True)
class Block:
    """A section of a paper; `label` is empty where it is generated."""

    name: str
    label: str
    text: str

    @property
    def editable(self) -> bool:
        """Whether the judge may edit it."""
        return bool(self.label)


@dataclass(frozen=True, slots=True)
class DocumentForm:
    """A kind of paper."""

    kind: DocumentKind
    form_id: str
    title: str
    shape: Shape
    approval: ApprovalLevel
    sections: tuple[Block, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks that may be edited."""
        return tuple(section for section in self.sections if section.editable)


PRESIDING, IN_CHARGE = ApprovalLevel.PRESIDING_JUDGE, ApprovalLevel.JUDGE_IN_CHARGE
K, S = DocumentKind, Shape
FORMS: dict[DocumentKind, tuple[str, str, Shape, ApprovalLevel]] = {
    K.PETITION_RECEIPT: ("C-36", "收到破产申请凭证", S.NOTICE, IN_CHARGE),
    K.CORRECTION_NOTICE: ("C-37", "补充、补正材料通知书", S.NOTICE, IN_CHARGE),
    K.DEBTOR_NOTICE: ("C-40", "通知书", S.NOTICE, IN_CHARGE),
    K.HEARING_NOTICE: ("P-01", "听证通知书", S.NOTICE, IN_CHARGE),
    K.ACCEPTANCE_RULING: ("C-41", "民事裁定书", S.RULING, PRESIDING),
    K.NON_ACCEPTANCE_RULING: ("C-47", "民事裁定书", S.RULING, PRESIDING),
    K.WITHDRAWAL_RULING: ("C-34", "民事裁定书", S.RULING, PRESIDING),
    K.EXTENSION_REQUEST: ("C-35", "关于延长审查期限的请示", S.LETTER, PRESIDING),
    K.EXTENSION_APPROVAL: ("C-35a", "关于延长审查期限的批复", S.LETTER, PRESIDING),
    K.TRANSFER_RULING: ("C-38", "民事裁定书", S.RULING, PRESIDING),
    K.ORDER_TO_EXAMINE: ("C-38a", "责令依法审查通知书", S.NOTICE, PRESIDING),
    K.APPEAL_DISMISSED_RULING: ("C-49", "民事裁定书", S.RULING, PRESIDING),
    K.APPEAL_REVERSAL_RULING: ("C-49", "民事裁定书", S.RULING, PRESIDING),
    K.APPEAL_WITHDRAWAL_RULING: ("C-49a", "民事裁定书", S.RULING, PRESIDING),
    K.ADMINISTRATOR_DECISION: ("C-01", "决定书", S.DECISION, PRESIDING),
    K.ARTICLE_15_NOTICE: ("C-02", "通知书", S.NOTICE, IN_CHARGE),
    K.DEBTOR_MATERIALS_NOTICE: ("C-44", "通知书", S.NOTICE, IN_CHARGE),
    K.CREDITOR_NOTICE: ("C-45", "通知书", S.NOTICE, IN_CHARGE),
    K.ACCEPTANCE_ANNOUNCEMENT: ("C-46", "公告", S.ANNOUNCEMENT, IN_CHARGE),
    K.SUSPEND_ENFORCEMENT_LETTER: ("C-30", "关于中止执行程序的函", S.LETTER, IN_CHARGE),
    K.LIFT_PRESERVATION_LETTER: ("C-30a", "关于解除财产保全措施的函", S.LETTER, IN_CHARGE),
    K.CORRECTION_RULING: ("P-02", "民事裁定书", S.RULING, PRESIDING),
    K.DELIVERY_RECEIPT: ("F-23", "送达回证", S.FORM, IN_CHARGE),
    K.ADDRESS_CONFIRMATION: ("F-18", "送达地址确认书", S.FORM, IN_CHARGE),
    K.ADDRESS_SHEET: ("P-03", "邮寄地址单", S.FORM, IN_CHARGE),
    K.CASE_COVER: ("P-04", "案卷封面", S.FORM, IN_CHARGE),
}


@cache
def form_of(kind: DocumentKind) -> DocumentForm:
    """The form of a kind of paper, its sections read from its text."""
    form_id, title, shape, approval = FORMS[kind]
    text = (TEXTS / f"{kind.value}.txt").read_text(encoding="utf-8")
    return DocumentForm(kind, form_id, title, shape, approval, tuple(sections_of(text)))


def sections_of(text: str) -> list[Block]:
    """Take a text apart at its `== name * label` lines."""
    sections = []
    for part in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        name, _, label = heading.partition(" * ")
        sections.append(Block(name.strip(), label.strip(), body))
    return sections
