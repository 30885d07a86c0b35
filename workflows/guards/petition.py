"""Guards of a petition: who may apply against whom, and with which papers."""

from models.case import Case
from models.vocabulary import (
    ApplicantKind,
    PartyKind,
    ProcedureType,
)
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

MAY_APPLY_FOR: dict[ApplicantKind, frozenset[ProcedureType]] = {
    ApplicantKind.DEBTOR: frozenset(ProcedureType),
    ApplicantKind.CREDITOR: frozenset({ProcedureType.LIQUIDATION, ProcedureType.REORGANIZATION}),
    ApplicantKind.LIQUIDATOR: frozenset({ProcedureType.LIQUIDATION}),
    ApplicantKind.REGULATOR: frozenset({ProcedureType.LIQUIDATION, ProcedureType.REORGANIZATION}),
    ApplicantKind.EXEC_COURT: frozenset({ProcedureType.LIQUIDATION}),
}
"""Who may apply for what: EBL 7, 95, 134; CPL-I 511."""


def debtor_is_enterprise_legal_person(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 2(1), 135: only an enterprise legal person, or an organisation treated alike, can go bankrupt."""
    debtor = case.debtor
    if debtor and debtor.kind in {PartyKind.ENTERPRISE, PartyKind.ORGANISATION}:
        return None
    return Obstacle(
        "debtor_not_enterprise",
        Text("债务人不是企业法人或者依法参照适用破产程序的组织。"),
        cite("EBL 2(1)", "EBL 135"),
    )


def applicant_has_standing(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 7, 95, 134: who may apply for which procedure."""
    if case.procedure_type in MAY_APPLY_FOR[case.applicant_kind]:
        return None
    return Obstacle(
        "no_standing",
        Text(
            "{applicant}不能申请{procedure}。",
            applicant=case.applicant_kind,
            procedure=case.procedure_type,
        ),
        cite("EBL 7", "EBL 95(1)", "EBL 134(1)"),
    )


def applicant_is_named(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 8(2)①: the application names applicant and respondent; a debtor applies in its own name."""
    unnamed = case.applicant_kind in {ApplicantKind.DEBTOR, ApplicantKind.EXEC_COURT}
    named = attempt.data.get("applicant") is not None
    if unnamed and named:
        return Obstacle(
            "no_applicant_to_name", Text("债务人自行申请或者执行法院移送的，不另填申请人。"), cite("EBL 7(1)")
        )
    if not unnamed and not named:
        return Obstacle(
            "applicant_missing",
            Text("请填写申请人；债务人自行申请或者执行移送时才可以不填。"),
            cite("EBL 8(2)①"),
        )
    return None


def applicant_is_not_the_debtor(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 7: whoever is not the debtor applies against another person."""
    applicant, debtor = attempt.data.get("applicant"), attempt.data.get("debtor")
    if applicant and debtor and applicant["name"] == debtor["name"]:
        return Obstacle("applicant_is_debtor", Text("申请人与债务人不能是同一主体。"), cite("EBL 7"))
    return None


def every_paper_is_listed_once(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 8: each paper of the checklist is judged once."""
    codes = [item["code"] for item in attempt.data.get("checklist", ())]
    if len(codes) == len(set(codes)):
        return None
    return Obstacle("paper_listed_twice", Text("同一材料在清单中出现了两次。"), cite("EBL 8"))


def something_is_missing(case: Case, attempt: Attempt) -> Obstacle | None:
    """I1-7(3): a correction notice must say what is to be supplied."""
    petition = case.petition
    open_items = petition and any(item.readiness in {"MISSING", "DEFECTIVE"} for item in petition.checklist)
    if open_items or attempt.data.get("further_items"):
        return None
    return Obstacle(
        "nothing_to_correct",
        Text("材料清单中没有缺少或者需补正的材料，也没有写明其他补正事项。"),
        cite("I1 7(3)"),
    )


def only_one_correction_notice(case: Case, attempt: Attempt) -> Obstacle | None:
    """I1-7(3): everything is asked for at once."""
    if not case.flags.get("correction_noticed"):
        return None
    return Obstacle(
        "correction_already_noticed",
        Text("补正事项应当一次性告知；本案已经发出过补正通知。"),
        cite("I1 7(3)"),
    )


def default_is_enabled(case: Case, attempt: Attempt) -> Obstacle | None:
    """P2002-10(1) is an old rule: the court's setting decides whether it is used."""
    if attempt.settings.get("supplement_default", True):
        return None
    return Obstacle(
        "old_rule_disabled",
        Text("本院设置不适用“逾期未补正按撤回处理”的旧规定。"),
        cite("P2002 10(1)"),
    )
