"""Invented facts for previews and tests, one set for every kind of paper."""

from typing import Any

from documents.facts.facts import Facts, PartyFacts
from models.vocabulary import DocumentKind

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
    name="江澜市临江区人民法院",
    short_name="临江区人民法院",
    kind="AUTHORITY",
    address="江澜市临江区法院路1号",
    measure="查封位于江澜市开发区创业三路9号的厂房一处",
)
DETAILS: dict[str, Any] = {
    "grounds": ["经强制执行无法清偿债务"],
    "findings": "澜川公司作为被执行人的未履行案件共41件，申请执行标的总额为人民币86450912.08元。",
    "reason": "现有证据不足以认定债务人具备破产原因。",
    "appealable": True,
    "asked_on": "2026-10-20",
    "receiving_court": "望川市中级人民法院",
    "hearing_on": "2026-11-05",
    "hearing_time": "09:30",
    "place": "本院第三法庭",
    "claims_deadline": "2027-01-15",
    "claims_place": "江澜市望江路66号8层",
    "first_meeting_on": "2027-01-28",
    "first_meeting_time": "09:30",
    "first_meeting_place": "本院第一法庭",
    "other_matters": "债权人可以通过管理人公布的网络平台申报。",
    "wrong": "澜穿公司",
    "right": "澜川公司",
    "due_on": "2026-10-25",
    "further_items": "",
}


def sample_facts(kind: DocumentKind) -> dict[str, Any]:
    """Invented facts that every text of the kind can be written from."""
    return Facts(
        court="江澜市中级人民法院",
        court_address="江澜市中心路100号",
        court_phone="0000-8889990",
        superior_court="河原省高级人民法院",
        number="（2026）豫97破申37号",
        case_number="（2026）豫97破申37号",
        application_number="（2026）豫97破申37号",
        title="江澜市恒远钢材贸易有限公司申请澜川精密机械有限公司破产清算",
        procedure="破产清算",
        by_creditor=True,
        from_enforcement=False,
        applicants=(CREDITOR,),
        debtor=DEBTOR,
        administrator=ADMINISTRATOR,
        recipient=AUTHORITY if kind.value.endswith("_LETTER") else CREDITOR,
        received_on="2026-10-12",
        made_on="2026-11-20",
        accepted_on="2026-11-20",
        signers=(("审判长", "沈知衡"), ("审判员", "欧阳珅"), ("审判员", "陆赟")),
        clerk="何㛃语",
        assistants=("方𬱖宁",),
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
        missing_papers=("申请人主体资格证明（缺少）", "有关证据（破产原因）（需补正：缺执行裁定书）"),
        deadlines={},
        details=DETAILS,
    ).as_json()
