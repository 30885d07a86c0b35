"""Invented petitions: companies, sums and stories that nobody lived."""

from typing import Any

from stdnum.cn import uscc

from models.vocabulary import ApplicantKind
from workflows.law.petition_papers import papers_required_of

COMPANIES = (
    ("澜川精密机械有限公司", "澜川公司", "精密机械零部件的制造、加工与销售"),
    ("江澜瑞丰纺织有限公司", "瑞丰公司", "棉纺织品的生产与销售"),
    ("望川新材料股份有限公司", "望川新材", "高分子材料的研发与生产"),
    ("江澜市宏图置业有限公司", "宏图公司", "房地产开发与经营"),
    ("江澜绿原食品有限公司", "绿原公司", "农副产品的加工与销售"),
    ("澜港物流有限公司", "澜港物流", "道路货物运输与仓储"),
    ("江澜星河光电有限公司", "星河光电", "光电元器件的生产"),
    ("临江陶瓷有限公司", "临江陶瓷", "日用陶瓷的生产与销售"),
    ("江澜百汇商贸有限公司", "百汇公司", "日用百货批发与零售"),
    ("澜山矿业有限公司", "澜山矿业", "石材开采与加工"),
    ("江澜启明教育科技有限公司", "启明公司", "教育软件的开发"),
    ("江澜远航船舶配件有限公司", "远航公司", "船舶配件的制造"),
    ("江澜合众印刷有限公司", "合众印刷", "包装装潢印刷"),
    ("江澜鹿鸣家具有限公司", "鹿鸣家具", "实木家具的设计与制造"),
    ("澜渚渔业有限公司", "澜渚渔业", "水产养殖与冷冻加工"),
    ("江澜青禾农机有限公司", "青禾农机", "农业机械的制造与维修"),
    ("望川白塔水泥有限公司", "白塔水泥", "水泥及水泥制品的生产"),
    ("江澜小满餐饮管理有限公司", "小满餐饮", "餐饮连锁管理"),
    ("澜城云帆服饰有限公司", "云帆服饰", "服装的设计、生产与销售"),
    ("江澜金穗面粉有限公司", "金穗面粉", "小麦粉的加工与销售"),
    ("临江古渡旅游开发有限公司", "古渡旅游", "景区开发与经营"),
    ("江澜赤石耐火材料有限公司", "赤石耐材", "耐火材料的生产"),
    ("澜溪造纸有限公司", "澜溪造纸", "机制纸及纸板的制造"),
    ("江澜飞梭自行车有限公司", "飞梭自行车", "自行车及零部件的制造"),
    ("望川老树酿酒有限公司", "老树酿酒", "白酒、黄酒的酿造"),
    ("江澜明镜玻璃有限公司", "明镜玻璃", "平板玻璃的生产"),
    ("澜南塑胶制品有限公司", "澜南塑胶", "塑料制品的生产"),
    ("江澜锦年玩具有限公司", "锦年玩具", "玩具的设计与出口"),
    ("江澜石桥建材有限公司", "石桥建材", "建筑材料的销售"),
    ("望川青瓷注塑有限公司", "青瓷注塑", "注塑制品的生产与销售"),
    ("江澜长风电池有限公司", "长风电池", "蓄电池的生产与销售"),
    ("临江听泉茶业有限公司", "听泉茶业", "茶叶的种植、加工与销售"),
)
CREDITORS = (
    ("江澜市恒远钢材贸易有限公司", "恒远公司"),
    ("江澜融通小额贷款有限公司", "融通公司"),
    ("望川供应链管理有限公司", "望川供应链"),
    ("江澜建安工程有限公司", "建安公司"),
)


def code(number: int) -> str:
    """An invented credit code with a right check digit, of an area that does not exist."""
    body = f"91990000MA{number:07d}"
    return body + uscc.calc_check_digit(body)


def company(number: int) -> dict[str, Any]:
    """An invented debtor."""
    name, short, _ = COMPANIES[number]
    return {
        "kind": "ENTERPRISE",
        "name": name,
        "short_name": short,
        "credit_code": code(1000 + number),
        "domicile": f"江澜市开发区创业{number + 1}路{9 + number}号",
        "legal_representative": "龚䶮" if number == 0 else "曾一鸣",
        "representative_title": "该公司执行董事",
        "phone": f"0000-76543{number:02d}",
        "service_address": f"江澜市开发区创业{number + 1}路{9 + number}号",
        "service_postcode": "000000",
    }


def creditor(number: int) -> dict[str, Any]:
    """An invented creditor."""
    name, short = CREDITORS[number % len(CREDITORS)]
    return {
        "kind": "ENTERPRISE",
        "name": name,
        "short_name": short,
        "credit_code": code(2000 + number % len(CREDITORS)),
        "domicile": f"江澜市临江区滨河东路{100 + number}号",
        "legal_representative": "陈旻昇",
        "representative_title": "该公司总经理",
        "phone": f"0000-12345{number:02d}",
        "service_address": f"江澜市临江区滨河东路{100 + number}号",
        "service_postcode": "000000",
        "electronic_address": f"legal{number}@example.com",
        "consents_to_electronic": True,
        "agents": [{"name": "周祎", "firm": "江澜正序律师事务所", "phone": "0000-3334445"}],
    }


def petition(
    number: int,
    *,
    procedure: str = "LIQUIDATION",
    applicant_kind: str = "CREDITOR",
    missing: tuple[str, ...] = (),
    effective_on: str | None = None,
) -> dict[str, Any]:
    """An invented petition, as it comes over the counter; `missing` names papers that are not there."""
    by_debtor = applicant_kind == "DEBTOR"
    required = papers_required_of(ApplicantKind(applicant_kind))
    return {
        "effective_on": effective_on,
        "procedure_type": procedure,
        "applicant_kind": applicant_kind,
        "applicant": None if by_debtor else creditor(number),
        "debtor": company(number),
        "purpose": "请求受理破产申请，公平清理债权债务。",
        "facts_and_reasons": "债务人不能清偿到期债务，并且明显缺乏清偿能力。",
        "grounds": ["ENFORCEMENT_FAILED"] if not by_debtor else ["BALANCE_SHEET"],
        "claim_yuan": None if by_debtor else f"{3862174 + number * 10007}.55",
        "claim_basis": "" if by_debtor else "该债权已经生效民事判决确认，经强制执行未能清偿。",
        "assets_yuan": f"{31207445 + number * 99991}.60",
        "debts_yuan": f"{102336780 + number * 77773}.17",
        "registered_capital_yuan": "50000000",
        "established_on": "2011-03-18",
        "registration_authority": "江澜市市场监督管理局",
        "business_scope": COMPANIES[number][2],
        "employees": 126 + number,
        "checklist": [
            {"code": paper.code, "readiness": "MISSING" if paper.code in missing else "PRESENT"}
            for paper in required
        ],
    }


def acceptance(**more: Any) -> dict[str, Any]:
    """What a court finds and decides when it accepts."""
    return {
        "has_jurisdiction": True,
        "debts_due_unpaid": True,
        "grounds": ["ENFORCEMENT_FAILED"],
        "review_mode": "WRITTEN",
        "administrator_kind": "ORGANISATION",
        "administrator_name": "江澜衡正会计师事务所",
        "administrator_head": "方序",
        "administrator_address": "江澜市望江路66号8层",
        "administrator_phone": "0000-2223334",
        "findings": "执行法院经网络查控及现场调查，未发现债务人有其他可供执行的财产。",
        **more,
    }
