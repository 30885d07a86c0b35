"""What is shown of claims for one debt, and of joint debtors, guarantors and joint creditors."""

from court_app.services.procedure.column import SERIAL, STATE, Column, Form
from models.vocabulary import DebtorStanding, JointRole, SameDebt
from workflows.text import Text

OF_ONE_DEBT = (
    Column("debtor_as", Text("本案债务人的身份"), Form.WORD, path="answers_as", words=DebtorStanding),
    Column("liability_fen", Text("一般保证责任确定的数额（元）"), Form.YUAN),
    Column("same_debt", Text("求偿权、连带债权"), Form.WORD, words=SameDebt),
    Column(
        "principal",
        Text("主债权人的债权（序号）"),
        Form.NUMBER,
        path="principal.serial",
        leads_to="claims",
    ),
    Column("same_debt_creditor", Text("求偿权所涉的债权人")),
    Column("paid_on", Text("受理前代偿日期"), Form.DAY),
    Column("paid_fen", Text("受理前代偿金额（元）"), Form.YUAN),
    Column(
        "joint_parties",
        Text("连带关系人"),
        Form.ROWS,
        rows=(
            Column("serial", Text("序号"), Form.NUMBER, leads_to="joint_parties"),
            Column("role", Text("身份"), Form.WORD, words=JointRole),
            Column("name", Text("姓名或者名称")),
            Column("bankrupt_number", Text("其破产案件")),
            Column(
                "own_claim", Text("其本人的债权"), Form.NUMBER, path="own_claim.serial", leads_to="claims"
            ),
            Column("received_fen", Text("债权人受理后从其受偿（元）"), Form.YUAN),
            Column("struck", Text("已撤销"), Form.YESNO, path="is_struck"),
        ),
    ),
)
JOINT_PARTIES = (
    SERIAL,
    Column("name", Text("姓名或者名称"), listed=True, names_it=True),
    Column("role", Text("身份"), Form.WORD, words=JointRole, listed=True),
    Column("claim", Text("债权序号"), Form.NUMBER, path="claim.serial", listed=True, leads_to="claims"),
    Column("creditor", Text("债权人"), path="claim.party.name", listed=True),
    Column("received_fen", Text("债权人受理后从其受偿（元）"), Form.YUAN, listed=True, summed=True),
    Column("own_claim", Text("其本人的债权"), Form.NUMBER, path="own_claim.serial", leads_to="claims"),
    Column("bankrupt_number", Text("其破产案件"), listed=True),
    STATE,
    Column("identity_number", Text("统一社会信用代码、证件号码")),
    Column("bankrupt_court", Text("受理其破产案件的法院")),
    Column("bankrupt_on", Text("其破产申请受理日期"), Form.DAY),
    Column("filed_there", Text("债权人已在该案申报全部债权"), Form.YESNO),
    Column("named_on", Text("列明日期"), Form.DAY),
    Column("remark", Text("说明"), Form.LINES),
    Column(
        "receipts",
        Text("受偿记录"),
        Form.ROWS,
        rows=(
            Column("position", Text("项次"), Form.NUMBER),
            Column("received_on", Text("受偿日期"), Form.DAY),
            Column("amount_fen", Text("受偿金额（元）"), Form.YUAN),
            Column("evidence", Text("证据"), Form.LINES),
            Column("struck_on", Text("更正日期"), Form.DAY),
            Column("struck_because", Text("更正理由"), Form.LINES),
        ),
    ),
)
