"""The name at the head of a paper and in its seal: the court, the debtor's administrator, the creditors."""

from models.vocabulary import PaperMaker

OFFICE = "管理人"


def name_of_maker(maker: PaperMaker, *, court: str, debtor: str) -> str:
    """Who makes a paper, by name. An administrator acts as the debtor's: his seal says so (AA 29)."""
    if maker == PaperMaker.COURT:
        return court
    return f"{debtor}{OFFICE}" if maker == PaperMaker.ADMINISTRATOR else debtor
