"""Invented facts for previews and tests, one set for every kind of paper: a petition, and its case."""

from dataclasses import replace
from typing import Any

from documents.case_samples import STAGES as OF_COURT
from documents.estate_samples import ESTATE_STAGES
from documents.facts.base import Facts, PartyFacts
from documents.own_samples import OWN_STAGES
from documents.procedure_samples import PROCEDURE_STAGES
from documents.sample_case import ACCEPTED
from documents.sample_reasons import REASON_OF_APPEAL, REASONS
from models.vocabulary import OF_ADMINISTRATOR, DocumentKind

K = DocumentKind
STAGES = OF_COURT | OWN_STAGES | ESTATE_STAGES | PROCEDURE_STAGES
OWN, SUPERIOR = "河原省江澜市中级人民法院", "河原省高级人民法院"
APPLICATION, CASE, APPEAL = "（2026）豫97破申37号", "（2026）豫97破12号", "（2026）豫破终6号"
APPEAL_OF_CASE = "（2027）豫破终2号"
AGAINST_DISMISSAL = frozenset({K.DISMISSAL_UPHELD_RULING, K.DISMISSAL_REVERSED_RULING})
OF_APPEAL = AGAINST_DISMISSAL | {
    K.APPEAL_DISMISSED_RULING,
    K.APPEAL_REVERSAL_RULING,
    K.APPEAL_WITHDRAWAL_RULING,
}
OF_CASE = frozenset(
    {
        K.ADMINISTRATOR_DECISION,
        K.ARTICLE_15_NOTICE,
        K.DEBTOR_MATERIALS_NOTICE,
        K.CREDITOR_NOTICE,
        K.ACCEPTANCE_ANNOUNCEMENT,
        K.SUSPEND_ENFORCEMENT_LETTER,
        K.LIFT_PRESERVATION_LETTER,
        K.CASE_COVER,
    }
)
OF_SUPERIOR = frozenset({K.ORDER_TO_EXAMINE, K.EXTENSION_APPROVAL})
CREDITOR = PartyFacts(
    name="江澜市恒远钢材贸易有限公司",
    short_name="恒远公司",
    kind="ENTERPRISE",
    credit_code="91350100MA00000X1K",
    domicile="江澜市临江区滨河东路118号",
    legal_representative="陈旻昇",
    representative_title="该公司执行董事",
    phone="0000-1234567",
    address="江澜市临江区滨河东路118号",
    postcode="000000",
    electronic_address="service@hengyuan.example",
    consents_to_electronic=True,
    agents=("周祎，江澜正序律师事务所律师",),
)
DEBTOR = PartyFacts(
    name="澜川精密机械有限公司",
    short_name="澜川公司",
    kind="ENTERPRISE",
    credit_code="91350100MA00000Y2H",
    domicile="江澜市开发区创业三路9号",
    legal_representative="龚䶮",
    representative_title="该公司董事长兼总经理",
    phone="0000-7654321",
    address="江澜市开发区创业三路9号",
    postcode="000000",
)
ADMINISTRATOR = PartyFacts(
    name="江澜衡正会计师事务所",
    short_name="江澜衡正会计师事务所",
    kind="ORGANISATION",
    legal_representative="方𬱖宁",
    phone="0000-2223334",
    address="江澜市望江路66号8层",
)
AUTHORITY = PartyFacts(
    name="河原省江澜市临江区人民法院",
    short_name="河原省江澜市临江区人民法院",
    kind="AUTHORITY",
    address="江澜市临江区法院路1号",
    measure="查封位于江澜市开发区创业三路9号的厂房一处，冻结银行账户两个",
)
TREASURY = PartyFacts(name="国家金库江澜市中心支库", short_name="国家金库江澜市中心支库", kind="AUTHORITY")
FINDINGS_OF_CASE = "澜川公司已停止生产经营，主要财产被查封，职工均已离岗。"
FINDINGS = (
    "2025年4月27日，江澜市临江区人民法院作出民事判决，判令澜川公司向恒远公司支付上述货款及逾期付款损失。"
    "该判决已发生法律效力。因澜川公司未履行，恒远公司申请强制执行。执行法院经网络查控及现场调查，"
    "未发现澜川公司有可供执行的财产，遂裁定终结本次执行程序。\n"
    "另查明，截至2026年9月30日，澜川公司作为被执行人的未履行案件共41件，申请执行标的总额为人民币86450912.08元。"
)
DETAILS: dict[str, Any] = {
    "has_jurisdiction": True,
    "debts_due_unpaid": True,
    "grounds": ["经强制执行无法清偿债务"],
    "findings": FINDINGS,
    "ground": "no_cause",
    "appealable": True,
    "receiving_court": "河原省望川市中级人民法院",
    "hearing_on": "2026-11-05",
    "hearing_time": "09:30",
    "place": "本院第三法庭",
    "claims_deadline": "2027-01-15",
    "claims_place": "江澜市望江路66号8层",
    "filing_address": "https://court.example/claim",
    "first_meeting_on": "2027-01-28",
    "first_meeting_time": "09:30",
    "first_meeting_place": "本院第一法庭",
    "other_matters": "债权人可以通过管理人公布的网络平台申报债权、参加债权人会议。",
    "wrong": "澜穿精密机械有限公司",
    "right": "澜川精密机械有限公司",
    "corrected_number": APPLICATION,
    "corrected_title": "民事裁定书",
    "corrected_on": "2026-11-20",
    "due_on": "2026-10-25",
    "further_items": "",
    "selection_method": "抽签（摇号）",
    "roster_court": OWN,
    "prepared_on": "2026-11-18",
    "drawn_on": "2026-11-18",
    "candidates": [
        {"number": 1, "name": "江澜衡正会计师事务所", "grade": "一级"},
        {"number": 2, "name": "江澜正序律师事务所", "grade": "一级"},
        {"number": 3, "name": "江澜明理律师事务所", "grade": "二级"},
        {"number": 4, "name": "河原中衡清算事务所有限公司", "grade": "二级"},
    ],
    "left_out": [
        {
            "number": 2,
            "name": "江澜正序律师事务所",
            "ground": "与本案有利害关系",
            "note": "申请人的委托诉讼代理人",
            "basis": "《中华人民共和国企业破产法》第二十四条第三款第三项",
        }
    ],
    "commitment": "331ab04caa328927f706627b812f4139f9ec42a6d61f17e468a70c41a48d8f67",
    "opened_seed": "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
    "order": [
        {
            "number": 1,
            "name": "江澜衡正会计师事务所",
            "ticket": "40c920cd888d0b9b97a21309a4aa659ed15e82627f09436886fb74ebbf0ab39d",
        },
        {
            "number": 3,
            "name": "江澜明理律师事务所",
            "ticket": "52c3e84594f2665163fe34a8110184b608565a2331f2166c04834a576e838ceb",
        },
        {
            "number": 4,
            "name": "河原中衡清算事务所有限公司",
            "ticket": "e4a3886e49890e6e04b596374882fd3941cf0d480270b59ab053d27038e65511",
        },
    ],
    "standby_names": ["江澜明理律师事务所"],
    "chosen_name": "江澜衡正会计师事务所",
    "witnesses": "监察部门工作人员",
    "no_conflict_on": "2026-11-19",
    "no_conflict_since": "2023-11-19",
}
DELIVERY = {
    "recipient_name": CREDITOR.name,
    "address": CREDITOR.address,
    "method": "邮寄送达",
    "document_title": "民事裁定书",
    "document_number": APPLICATION,
}


def facts_of_sample(kind: DocumentKind) -> Facts:
    """Invented facts, told by the court and at the stage that the kind belongs to."""
    reason = REASONS.get(kind, REASON_OF_APPEAL)
    if kind in STAGES:
        return facts_of_stage(kind, reason)
    details = {**DETAILS, "reason": reason}
    if kind == K.WITHDRAWAL_RULING:
        details["asked_on"] = "2026-10-20"
    facts = replace(SAMPLE, details=details)
    if kind in OF_APPEAL:
        return of_appeal(facts, kind)
    if kind in OF_SUPERIOR:
        return replace(facts, court=SUPERIOR, superior_court="", signers=(), clerk="", assistants=())
    if kind in OF_CASE:
        facts = replace(facts, number=CASE, case_number=CASE, accepted_on=ACCEPTED)
    if kind.value.endswith("_LETTER"):
        return replace(facts, recipient=AUTHORITY)
    return replace(facts, number=f"{APPLICATION}之一") if kind == K.CORRECTION_RULING else facts


def of_appeal(facts: Facts, kind: DocumentKind) -> Facts:
    """An appeal as the court above rules on it: against a refusal, or against a dismissal (EBL 12)."""
    facts = replace(facts, court=SUPERIOR, superior_court="", number=APPEAL, case_number=APPEAL)
    if kind not in AGAINST_DISMISSAL:
        return facts
    return replace(
        facts,
        number=APPEAL_OF_CASE,
        case_number=APPEAL_OF_CASE,
        application_number=CASE,
        contested_number=CASE,
        contested_on=STAGES[K.DISMISSAL_RULING].made_on,
        made_on="2027-04-06",
    )


def facts_of_stage(kind: DocumentKind, reason: str) -> Facts:
    """The case as it stands when a paper of this kind is made."""
    stage = STAGES[kind]
    facts = replace(
        SAMPLE,
        number=f"{CASE}{stage.suffix}",
        case_number=CASE,
        accepted_on=ACCEPTED,
        made_on=stage.made_on,
        details={**DETAILS, **stage.details(), "findings": FINDINGS_OF_CASE, "reason": reason},
    )
    if kind == K.TREASURY_LETTER:
        return replace(facts, recipient=TREASURY)
    if kind in OF_ADMINISTRATOR:
        return replace(facts, number=f"（{stage.made_on[:4]}）{DEBTOR.short_name}破管字第12号")
    return replace(facts, recipient=AUTHORITY) if kind == K.RESTORE_MEASURES_LETTER else facts


SAMPLE = Facts(
    court=OWN,
    court_address="江澜市中心路100号",
    court_phone="0000-8889990",
    superior_court=SUPERIOR,
    first_court=OWN,
    number=APPLICATION,
    case_number=APPLICATION,
    application_number=APPLICATION,
    title="江澜市恒远钢材贸易有限公司申请澜川精密机械有限公司破产清算",
    procedure="破产清算",
    applicant_kind="CREDITOR",
    from_enforcement=False,
    applicants=(CREDITOR,),
    debtor=DEBTOR,
    administrator=ADMINISTRATOR,
    received_on="2026-10-12",
    made_on="2026-11-20",
    notified_on="2026-10-15",
    contested_number=APPLICATION,
    contested_on="2026-11-20",
    signers=(("审判长", "沈知衡"), ("审判员", "欧阳珅"), ("审判员", "陆赟")),
    clerk="何㛃语",
    assistants=("方怡宁",),
    claim_fen=386217455,
    claim_basis="该债权已经生效法律文书确认，经强制执行未能清偿。",
    assets_fen=3120744560,
    debts_fen=10233678017,
    capital_fen=5000000000,
    established_on="2011-03-18",
    registry="江澜市市场监督管理局",
    business_scope="精密机械零部件的制造、加工与销售",
    purpose="对债务人进行破产清算",
    petition_facts="债务人不能清偿到期债务。",
    grounds=("经强制执行无法清偿债务",),
    received_papers=("破产申请书", "申请人主体资格证明", "债务人不能清偿到期债务的证据"),
    missing_papers=("债务人主体资格和登记资料（缺少）", "有关证据（破产原因）（需补正：缺执行裁定书）"),
    hearing_held=True,
    delivery=DELIVERY,
)
"""A creditor's petition that was accepted."""
