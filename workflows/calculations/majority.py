"""Whether a creditors' meeting has resolved: heads of those present, amounts of all unsecured claims."""

from dataclasses import dataclass

from workflows.law.thresholds import ORDINARY_AMOUNT, ORDINARY_HEADS, Threshold
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Majority:
    """The result of a vote, with the two limbs and their working."""

    passed: bool
    heads_reached: bool
    amount_reached: bool
    working: tuple[Text, ...]


def ordinary_majority(*, present: int, for_heads: int, for_fen: int, total_fen: int) -> Majority:
    """The ordinary resolution of a creditors' meeting.

    Source: EBL 64(1). Amounts in fen; the creditors present are those who may vote, the total is that of
    all unsecured claims, whether their creditors came or not.
    """
    heads = ORDINARY_HEADS.reached(for_heads, present)
    amount = ORDINARY_AMOUNT.reached(for_fen, total_fen)
    return Majority(
        heads and amount,
        heads,
        amount,
        (
            limb(Text("人数"), ORDINARY_HEADS, str(for_heads), str(present), heads),
            limb(Text("债权额"), ORDINARY_AMOUNT, yuan(for_fen), yuan(total_fen), amount),
            Text("两项均达到，决议通过。") if heads and amount else Text("未同时达到两项，决议未通过。"),
        ),
    )


def limb(name: Text, threshold: Threshold, part: str, whole: str, reached: bool) -> Text:
    """One limb of a vote as a judge checks it."""
    return Text(
        "{name}：{part}／{whole}，须{needs}，{result}。",
        name=name,
        part=part,
        whole=whole,
        needs=threshold.words,
        result=Text("达到") if reached else Text("未达到"),
    )


def yuan(fen: int) -> str:
    """A sum of fen in yuan with two decimals and thousands groups."""
    return f"{fen // 100:,}.{fen % 100:02d}"
