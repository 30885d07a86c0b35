"""The calculator of equalisation after a plan or composition has failed (EBL 93, 104)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workflows.calculations.distribution_input import MOST_CLAIMS, named_twice, read_id
from workflows.calculations.money import all_plain, percent, plain, read_fen, yuan
from workflows.calculations.order import in_order
from workflows.calculations.reading import read_list, reject_unknown
from workflows.calculations.same_ratio import Equalised, equalise
from workflows.calendar import WorkingCalendar
from workflows.errors import CalculationError
from workflows.law.citations import cite
from workflows.text import PlainRows, Text

BASIS = cite("EBL 93(2)", "EBL 93(3)", "EBL 104(2)", "EBL 104(3)")


@dataclass(frozen=True, slots=True)
class Told:
    """What the calculator was given: ids in their order, claims and receipts in fen."""

    pool_fen: int
    ids: list[str]
    originals: list[int]
    received: list[int]


def equalisation(data: Any, calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    """What claims of one rank get after a plan or composition has failed.

    `original` is the claim before any concession, `received` what was had under the plan; it stays with the
    creditor. No order matters but that of the ids, digits compared as numbers.

    Raises:
        CalculationError: naming what to change.
    """
    told = read_told(data)
    done = equalise(told.pool_fen, told.originals, told.received)
    rows = zip(
        told.ids,
        all_plain(told.originals),
        all_plain(told.received),
        all_plain(done.payments),
        map(sum, zip(told.received, done.payments, strict=True)),
        told.originals,
        strict=True,
    )
    return {
        "ratio": {
            "fraction": f"{done.ratio.numerator}/{done.ratio.denominator}",
            "percent": percent(done.ratio.numerator, done.ratio.denominator),
        },
        "payments": PlainRows(
            {
                "id": name,
                "original": original,
                "received": had,
                "paid": paid,
                "reaches": percent(both, whole),
            }
            for name, original, had, paid, both, whole in rows
        ),
        "rest": plain(done.rest_fen),
        "working": working_of(told, done),
        "basis": list(BASIS),
    }


def working_of(told: Told, done: Equalised) -> list[Text]:
    """The arithmetic as a judge checks it."""
    owed = sum(told.originals) - sum(told.received)
    first = Text(
        "原债权{original}元－已受偿{received}元＝尚欠{owed}元；可供分配{pool}元。",
        original=yuan(sum(told.originals)),
        received=yuan(sum(told.received)),
        owed=yuan(owed),
        pool=yuan(told.pool_fen),
    )
    if done.ratio == 1:
        return [first, Text("足以全部清偿，余额{rest}元。", rest=yuan(done.rest_fen))]
    over, under = done.ratio.numerator, done.ratio.denominator
    pairs = list(zip(told.originals, told.received, strict=True))
    lifted = [(original, had) for original, had in pairs if over * original > under * had]
    if not lifted:
        return [first, Text("没有可供分配的财产。")]
    return [
        first,
        Text(
            "已受偿比例低于r的{count}笔参加：r＝（可供分配{pool}元＋其已受偿{had}元）÷其原债权{original}元"
            "＝{over}／{under}（约{percent}%）。",
            count=len(lifted),
            pool=yuan(told.pool_fen),
            had=yuan(sum(had for _, had in lifted)),
            original=yuan(sum(original for original, _ in lifted)),
            over=over,
            under=under,
            percent=percent(over, under),
        ),
        Text(
            "其余{count}笔已受偿的比例不低于r，所得保留，本次不再受偿。",
            count=len(pairs) - len(lifted),
        ),
        Text(
            "每笔应得＝原债权×r－已受偿，舍去分以下；余下的分逐一给舍去部分最大的债权，"
            "舍去部分相同的，编号在前者先得。"
        ),
    ]


def read_told(data: Any) -> Told:
    """Pool and claims, the claims in the order of their ids.

    Raises:
        CalculationError: naming what to change.
    """
    given = reject_unknown(data, ("pool", "claims"))
    pool = read_fen(given, "pool")
    claims: dict[str, tuple[int, int]] = {}
    for n, item in enumerate(read_list(given, "claims", most=MOST_CLAIMS, least=1)):
        try:
            one = reject_unknown(item, ("id", "original", "received"))
            name = read_id(one)
            if name in claims:
                raise named_twice("id", name)
            claims[name] = read_claim(one)
        except CalculationError as error:
            raise error.within(f"claims.{n}") from error
    ids = in_order(claims)
    return Told(pool, ids, [claims[name][0] for name in ids], [claims[name][1] for name in ids])


def read_claim(one: Mapping[str, Any]) -> tuple[int, int]:
    """A claim before any concession, and what was had of it; in fen.

    Raises:
        CalculationError: if more was had than there was.
    """
    original = read_fen(one, "original")
    received = 0 if one.get("received") in (None, "") else read_fen(one, "received")
    if received > original:
        wrong = Text("“{field}”不能多于原债权。", field="received")
        raise CalculationError("received_above_original", wrong, "received")
    return original, received
