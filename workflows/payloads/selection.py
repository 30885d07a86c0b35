"""What the steps of a selection need (AA 15 to 28).

Fields marked `dump_only` are not asked for: the service finds them out, and so they stand in the docket.
"""

from marshmallow import Schema, fields, validate

from models.vocabulary import (
    AdministratorGrade,
    DesignationGround,
    ExclusionGround,
    PartyKind,
    SelectionMethod,
)
from workflows.law.citations import cite
from workflows.law.exclusions import BY_SYSTEM
from workflows.payloads.base import (
    MOST_NUMBER,
    Line,
    Paragraphs,
    Payload,
    WithReason,
    WithRemark,
    Word,
    labelled,
)
from workflows.payloads.days import PastDay
from workflows.text import N_

NAMED = tuple(ground for ground in ExclusionGround if ground not in BY_SYSTEM)
KINDS = (PartyKind.ORGANISATION, PartyKind.PERSON)
MOST_STANDBYS = 5


class Exclusion(Schema):
    """Somebody on the roster who is left out, and why."""

    number = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, MOST_NUMBER),
        metadata=labelled("名册编号", "number on the roster"),
    )
    ground = Word(ExclusionGround, only=NAMED, required=True, metadata=labelled("排除事由", "ground"))
    note = Line(load_default="", metadata=labelled("说明", "note"))


class Frozen(Payload):
    """What every frozen roster leaves in the docket."""

    snapshot_hash = fields.String(
        dump_only=True, metadata=labelled("名册快照的 SHA-256", "SHA-256 of the snapshot")
    )
    commitment = fields.String(dump_only=True, metadata=labelled("种子的承诺值", "commitment to the seed"))


class Prepared(Frozen):
    """The roster is frozen for a draw or a turn (AA 15, 16, 17, 20)."""

    method = Word(
        SelectionMethod,
        only=(SelectionMethod.DRAW, SelectionMethod.ROTA),
        load_default=SelectionMethod.DRAW,
        metadata=labelled("选定方式", "method"),
    )
    kind = Word(
        PartyKind,
        only=KINDS,
        load_default=PartyKind.ORGANISATION,
        metadata=labelled(
            "名册",
            "roster",
            "其他组织即机构名册；事实清楚、债权债务简单、财产集中的案件可以从个人名册中指定",
            "organisations: the roster of firms; individuals only for simple cases",
        ),
    )
    grade = Word(
        AdministratorGrade,
        load_default=None,
        allow_none=True,
        metadata=labelled("限定等级", "only of grade", "不选即不限", "none: any grade", widget="select"),
    )
    simple_case = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "事实清楚、债权债务关系简单、债务人财产相对集中",
            "facts clear, relations simple, property concentrated",
            "从个人名册中选定的必填",
            "needed for the roster of individuals",
        ),
    )
    standbys = fields.Integer(
        load_default=1,
        validate=validate.Range(0, MOST_STANDBYS, error=N_("备选人数为0至5。")),
        metadata=labelled("备选人数", "how many stand by"),
    )
    exclusions = fields.List(
        fields.Nested(Exclusion),
        load_default=list,
        metadata=labelled(
            "排除的候选人",
            "candidates left out",
            "停止担任、除名和已在本案退出的由系统自动排除",
            "the suspended, the removed and those who dropped out are left out by themselves",
            widget="checklist",
        ),
    )


class Invited(Frozen):
    """The invitation to compete (AA 21)."""

    announced_on = PastDay(required=True, metadata=labelled("邀请公告日期", "invitation published on"))
    ground = Paragraphs(
        required=True,
        metadata=labelled(
            "采用竞争方式的理由",
            "why by competition",
            "金融机构，或者在全国范围有重大影响、法律关系复杂、债务人财产分散的企业",
            "financial institutions, or nationally significant, complex, dispersed",
            widget="textarea",
        ),
    )
    exclusions = fields.List(
        fields.Nested(Exclusion),
        load_default=list,
        metadata=labelled("排除的候选人", "candidates left out", widget="checklist"),
    )


class Designated(Payload):
    """A liquidation group is designated (AA 18, 19)."""

    designation = Word(DesignationGround, required=True, metadata=labelled("指定清算组的情形", "ground"))
    ground = Paragraphs(required=True, metadata=labelled("理由", "reasons", widget="textarea"))
    group_name = Line(required=True, metadata=labelled("清算组名称", "name of the group"))
    group_members = Paragraphs(
        required=True, metadata=labelled("清算组成员及其来源", "members and where from", widget="textarea")
    )


class Drawn(WithRemark):
    """The draw, or the next turn, in public (AA 20)."""

    witnesses = Line(
        required=True,
        metadata=labelled("在场监督人员", "who watched", "例如：监察部门王某、申请人代理人李某", ""),
    )


class Bid(Schema):
    """One bidder and the votes it got."""

    number = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, MOST_NUMBER),
        metadata=labelled("名册编号", "number on the roster"),
    )
    votes = fields.Integer(
        required=True,
        validate=validate.Range(0, 1000, error=N_("票数须为0至1000的整数。")),
        metadata=labelled("得票", "votes"),
    )


class Competed(WithRemark):
    """What the review committee decided (AA 21)."""

    committee = fields.Integer(
        required=True,
        validate=validate.Range(1, 1000, error=N_("评审委员会人数须为1至1000的整数。")),
        metadata=labelled("评审委员会成员人数", "members of the review committee"),
    )
    bids = fields.List(
        fields.Nested(Bid),
        required=True,
        metadata=labelled("参与竞争的机构及得票", "bidders and their votes", widget="checklist"),
    )
    standbys = fields.Integer(
        load_default=1,
        validate=validate.Range(0, MOST_NUMBER),
        metadata=labelled("备选机构数（一至两名）", "how many stand by (one or two)"),
    )


class Outcome(Payload):
    """What came out, recorded by the system, so that it stands in the docket."""

    chosen = Line(required=True, metadata=labelled("人选", "chosen"))
    number = fields.Integer(load_default=None, allow_none=True, metadata=labelled("名册编号", "number"))
    seed = Line(load_default="", metadata=labelled("种子", "seed"))
    ranking = fields.List(fields.String(), load_default=list, metadata=labelled("排序", "ranking"))


SHORT = {"EBL": "破产法", "AA": "指定管理人规定"}


def none_of(zh: str, en: str, place: str) -> fields.Boolean:
    """One item of the declaration: yes means that there is nothing of the kind."""
    (citation,) = cite(place)
    where = SHORT[citation.statute.value] + citation.place_zh
    return fields.Boolean(required=True, metadata=labelled(f"{zh}（{where}）", f"{en} ({citation})"))


class Declared(Payload):
    """No conflict, item by item, and acceptance of the appointment (EBL 24(3); AA 23 to 26)."""

    no_crime = none_of("未因故意犯罪受过刑事处罚", "never convicted of an intentional crime", "EBL 24(3)①")
    no_revocation = none_of("未被吊销过相关专业执业证书", "no licence ever revoked", "EBL 24(3)②")
    no_debt = none_of("与债务人、债权人没有未了结的债权债务关系", "no open debts either way", "AA 23①")
    no_service = none_of(
        "受理前三年内未为债务人提供相对固定的中介服务", "no standing services within three years", "AA 23②"
    )
    no_control = none_of(
        "现在和受理前三年内不是债务人、债权人的控股股东或者实际控制人",
        "no controlling shareholder or actual controller within three years",
        "AA 23③",
    )
    no_advice = none_of(
        "现在和受理前三年内未担任债务人、债权人的财务顾问、法律顾问",
        "no financial or legal adviser within three years",
        "AA 23④",
    )
    no_other_interest = none_of("没有可能影响忠实履职的其他情形", "nothing else of the kind", "AA 23⑤")
    staff_clear = none_of("派出人员没有上述各项情形", "the same holds for those sent", "AA 24①")
    no_office = none_of(
        "派出人员现在和受理前三年内未担任债务人、债权人的董事、监事、高级管理人员",
        "those sent: no director, supervisor or senior manager within three years",
        "AA 24②",
    )
    no_kinship = none_of(
        "派出人员与债务人、债权人的控股股东、董事、监事、高级管理人员没有法定的亲属关系",
        "those sent: not related to such persons",
        "AA 24③",
    )
    no_other_bias = none_of("派出人员没有可能影响公正履职的其他情形", "those sent: nothing else", "AA 24④")
    no_dispute = none_of(
        "没有重大债务纠纷，也未因涉嫌违法行为正被调查", "no major debt dispute, no investigation", "AA 26"
    )
    accepts = fields.Boolean(required=True, metadata=labelled("接受指定", "accepts the appointment"))
    head = Line(required=True, metadata=labelled("管理人负责人", "head of the administrator"))
    address = Line(required=True, metadata=labelled("管理人处理事务地址", "administrator's address"))
    phone = Line(required=True, metadata=labelled("管理人联系电话", "administrator's phone"))


ITEMS = tuple(name for name in Declared().fields if name.startswith("no_") or name == "staff_clear")
"""The items that must all hold."""


class Conflict(WithReason):
    """A conflict that the chosen one declares, or that comes out later (AA 25)."""

    item = Word(
        ExclusionGround,
        only=(ExclusionGround.CONFLICT, ExclusionGround.DEBT_DISPUTE, ExclusionGround.INVESTIGATED),
        load_default=ExclusionGround.CONFLICT,
        metadata=labelled("情形", "what it is"),
    )
