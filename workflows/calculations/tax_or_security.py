"""Taxes older than a security: the one question of rank between two statutes that no text read answers."""

from workflows.text import Text

HINT = Text(
    "税款没有全额清偿，而担保债权已就担保物优先受偿。税收征收管理法第四十五条规定先于担保发生的税款优先，"
    "企业破产法第一百零九条没有这一例外；本表按企业破产法计算，请法官决定。"
)


def tax_or_security(taxes_short: bool, securities_paid: bool) -> tuple[Text, ...]:
    """What the judge is told where taxes stay unpaid while collateral was paid out (EBL 109, 113)."""
    return (HINT,) if taxes_short and securities_paid else ()
