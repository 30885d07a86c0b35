"""Guards that book money once: what was entered by hand is linked, not entered again (EBL 25(1)⑥; DESIGN)."""

from models.estate import Asset
from models.vocabulary import AssetKind, LedgerAccount
from workflows.calculations.money import yuan
from workflows.contents import contents_of
from workflows.guards.asset_money import forfeited_fen
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

BASIS = cite("EBL 25(1)⑥", "DESIGN")


def deposit_is_booked_once(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 112: a deposit that stands on the account becomes price; it does not come in again."""
    return once(LedgerAccount.DEPOSITS, attempt.data["received_fen"], attempt)


def kept_deposit_is_booked_once(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 112: a deposit that stands on the account is kept from there; it does not come in again."""
    return once(LedgerAccount.DEPOSITS, max(0, forfeited_fen(asset, attempt) - asset.paid_fen), attempt)


def cash_is_booked_once(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 25(1)①⑥: cash that was entered when it was taken over is not collected a second time."""
    if asset.kind == AssetKind.CASH:
        return once(LedgerAccount.NET, attempt.data["received_fen"], attempt)
    if not attempt.data["already_booked_fen"]:
        return None
    return Obstacle(
        "not_booked_before", Text("只有现金、银行存款可能在接管时已经手工入账；其他款项请填写 0。"), BASIS
    )


def once(account: LedgerAccount, new_fen: int, attempt: Attempt) -> Obstacle | None:
    """Why money cannot be booked: it may stand there already, or less stands there than is said; in fen."""
    said, there = attempt.data["already_booked_fen"], contents_of(attempt).estate().owed(account)
    if said is None and new_fen and there > 0:
        return Obstacle(
            "may_be_booked_already",
            Text(
                "财产账户“{account}”上有手工记入的{there}元。本次{new}元中已经包括在内的，请填写“其中已经手工入账的”金额，"
                "由该科目转入，不再重复记入银行存款；都不在内的填写 0；手工分录记错的，先冲正。",
                account=account,
                there=yuan(there),
                new=yuan(new_fen),
            ),
            BASIS,
        )
    most = max(0, min(new_fen, there))
    if (said or 0) <= most:
        return None
    return Obstacle(
        "more_than_was_booked",
        Text(
            "已经手工入账的最多为{most}元：“{account}”上有{there}元，本次为{new}元。",
            most=yuan(most),
            account=account,
            there=yuan(max(0, there)),
            new=yuan(new_fen),
        ),
        BASIS,
    )
