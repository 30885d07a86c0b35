"""Several claims for one debt: which of them stands back, and how one debt is paid once (EBL 50 to 52).

The creditor takes part with the whole of his claim whatever a joint debtor or guarantor has paid him since
the acceptance; what he gets in all never exceeds it (I3-5(2); SG 23(2)).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from models.vocabulary import SameDebt
from workflows.calculations.money import yuan
from workflows.law.citations import Citation, cite
from workflows.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """How a claim hangs together with the claim numbered `principal`, another creditor's for the same debt.

    `principal_stands`: that claim was not withdrawn; `whole`: it holds the whole debt; `bankrupt`: who holds
    the claim at hand is bankrupt himself, and the creditor has filed all of his claim there too;
    `paid_before`: he paid before the acceptance, so that the creditor has filed only the rest.
    """

    how: SameDebt
    principal: int | None = None
    principal_stands: bool = True
    whole: bool = True
    bankrupt: bool = False
    paid_before: bool = False


@dataclass(frozen=True, slots=True)
class StandsBack:
    """Why a claim stands back behind the principal creditor's: the sentence and its articles."""

    code: str
    text: Text
    basis: tuple[Citation, ...]
    for_good: bool


def stands_back(tie: Tie, *, part_paid_before_takes_part: bool = False) -> StandsBack | None:
    """Whether a claim stands back behind the creditor's own claim for the same debt, and why.

    Source: EBL 50, 51(2); I3-5(2); SG 23(2). Who has paid waits, `for_good` says who never takes part while
    the other claim stands.
    """
    number = tie.principal if tie.principal_stands else None
    if number is None:
        return None
    if tie.how is SameDebt.JOINT_CREDITOR:
        told = Text("连带债权人的同一债权已由第{number}号债权申报，一笔债权只计算一次。", number=number)
        return StandsBack("joint_claim_filed_already", told, cite("EBL 50"), for_good=True)
    if tie.bankrupt:
        told = Text(
            "债权人已经在债务人、保证人的破产程序中均申报全部债权（本案第{number}号债权），"
            "保证人履行保证责任后不再享有求偿权。",
            number=number,
        )
        return StandsBack("no_recourse", told, cite("I3 5(2)", "EBL 52"), for_good=True)
    if tie.how is SameDebt.FUTURE:
        return whole_debt_is_filed(number) if tie.whole else None
    if tie.paid_before and part_paid_before_takes_part:
        return None
    told = Text(
        "第{number}号债权的债权人未获全部清偿前，已经代偿的保证人、连带债务人不得代替其受偿；"
        "债权人全部受偿后，按代偿数额代替其受偿。",
        number=number,
    )
    return StandsBack("creditor_is_not_satisfied", told, cite("SG 23(2)", "EBL 51(1)"), for_good=False)


def whole_debt_is_filed(number: int) -> StandsBack:
    """EBL 51(2): future recourse gives way to the whole debt of the creditor's own claim."""
    told = Text(
        "债权人已经以第{number}号债权申报全部债权，尚未代偿的保证人、连带债务人不得以将来求偿权申报。",
        number=number,
    )
    return StandsBack("whole_debt_is_filed", told, cite("EBL 51(2)"), for_good=True)


@dataclass(frozen=True, slots=True)
class Behind:
    """Who steps in behind a creditor who is paid in full: the number of his claim, for how much, in fen.

    `fen` is what he paid and claims, less what distributions gave him, which is `had_fen`. `of_assets_fen` is
    what collateral leaves him, `paid_fen` what the account has paid him of it.
    """

    serial: int
    fen: int
    had_fen: int = 0
    of_assets_fen: int = 0
    paid_fen: int = 0

    @property
    def open_fen(self) -> int:
        """What distributions may still give him."""
        return max(0, self.fen - self.of_assets_fen)


@dataclass(frozen=True, slots=True)
class Debt:
    """A debt of which somebody else has paid since the acceptance; sums in fen.

    `received_fen` is what the creditor had of others, `behind` who may take what the creditor needs no more:
    who paid it, less what he has had for it already. `paid_fen` is what the account has paid the creditor
    out of collateral.
    """

    received_fen: int = 0
    behind: tuple[Behind, ...] = ()
    paid_fen: int = 0

    @property
    def gone_fen(self) -> int:
        """What lowers what may still be paid on the debt: what was received and nobody steps in for."""
        return max(0, self.received_fen - sum(one.fen for one in self.behind))

    @property
    def outside_fen(self) -> int:
        """What others have paid and nobody ever stepped in for: the case has paid nothing of it."""
        return max(0, self.gone_fen - self.passed_fen)

    @property
    def passed_fen(self) -> int:
        """What distributions gave those who stepped in."""
        return sum(one.had_fen for one in self.behind)

    @property
    def settled_fen(self) -> int:
        """What the account has paid out of collateral on the debt, to whomever: it is not taken back."""
        return self.paid_fen + sum(one.paid_fen for one in self.behind)

    @property
    def stepping_in(self) -> tuple[Behind, ...]:
        """Those who may still take something, by number."""
        return tuple(sorted((one for one in self.behind if one.fen > 0), key=lambda one: one.serial))

    def of_assets(self, fen: Mapping[int, int]) -> "Debt":
        """The same with what collateral leaves those who step in, by number of the claim."""
        behind = tuple(replace(one, of_assets_fen=fen.get(one.serial, 0)) for one in self.behind)
        return replace(self, behind=behind)

    def among(self, serials: Collection[int]) -> "Debt":
        """The same where only the claims of these numbers take part."""
        return replace(self, behind=tuple(one for one in self.behind if one.serial in serials))


NO_DEBT = Debt()
NOTHING: Mapping[int, int] = MappingProxyType({})


def open_fen(counted_fen: int, had_fen: int, debt: Debt) -> int:
    """What a creditor may still get himself: his claim less what he had here and from others, in fen."""
    return max(0, counted_fen - had_fen - debt.received_fen)


def pass_on(
    paid_fen: int, open_for_creditor_fen: int, debt: Debt, had_fen: int = 0, had: Mapping[int, int] = NOTHING
) -> tuple[int, dict[int, int]]:
    """Divide what is paid on a debt: the creditor first, then who stepped in, by number of his claim.

    Source: SG 23(2). In fen; what nobody steps in for stays with the creditor's claim. What the creditor
    `had_fen`, and who stepped in `had` by number, of the very sum that is divided is not taken back.
    """
    return in_turn(
        paid_fen,
        [
            (None, had_fen),
            *((one.serial, had.get(one.serial, 0)) for one in debt.stepping_in),
            (None, max(0, open_for_creditor_fen - had_fen)),
            *((one.serial, max(0, one.open_fen - had.get(one.serial, 0))) for one in debt.stepping_in),
        ],
    )


def pass_on_collateral(
    brought_fen: int, open_for_creditor_fen: int, debt: Debt
) -> tuple[int, dict[int, int]]:
    """Divide what collateral brings a debt: what the account has paid of it stands, the rest as `pass_on`.

    Source: EBL 109; SG 23(2). In fen; the creditor is open for what collateral may give him in all.
    """
    return in_turn(
        brought_fen,
        [
            (None, debt.paid_fen),
            *((one.serial, one.paid_fen) for one in debt.behind),
            (None, max(0, open_for_creditor_fen - debt.paid_fen)),
            *((one.serial, max(0, one.fen - one.paid_fen)) for one in debt.stepping_in),
        ],
    )


def in_turn(fen: int, turns: Sequence[tuple[int | None, int]]) -> tuple[int, dict[int, int]]:
    """Give a sum to one after the other up to what each may have; None is the creditor, who has the rest."""
    own, passed = 0, dict[int, int]()
    for serial, most_fen in turns:
        given = min(fen, most_fen)
        fen -= given
        if serial is None:
            own += given
        elif given:
            passed[serial] = passed.get(serial, 0) + given
    return own + fen, passed


def passed_on(
    payments: Mapping[int, int],
    open_of: Mapping[int, int],
    debts: Mapping[int, Debt],
    had: Mapping[int, int] = NOTHING,
) -> dict[int, int]:
    """Payments by number of the claim, with what is over for a creditor given to who stepped in; in fen.

    `had` is what claims were given of the same distribution before; nobody gets less now.
    """
    found = dict(payments)
    for serial, debt in sorted(debts.items()):
        if serial not in found or not debt.stepping_in:
            continue
        found[serial], passed = pass_on(found[serial], open_of[serial], debt, had.get(serial, 0), had)
        for other, fen in passed.items():
            found[other] = found.get(other, 0) + fen
    return found


def as_one(had: Mapping[int, int], debts: Mapping[int, Debt]) -> dict[int, int]:
    """What claims had, with what was had by who stepped in counted to the creditor's claim; fen by number."""
    found = dict(had)
    for serial, debt in debts.items():
        for one in debt.stepping_in:
            found[serial] = found.get(serial, 0) + found.pop(one.serial, 0)
    return found


def line_of_debt(serial: int, debt: Debt, open_for_creditor_fen: int) -> Text:
    """How a debt that others have paid on takes part, as a judge checks it."""
    if not debt.stepping_in:
        return Text(
            "第{serial}号债权按全额参加分配；受理后已从连带债务人、保证人处受偿{received}元，"
            "本案最多再受偿{left}元，受偿总额不超过债权总额。",
            serial=serial,
            received=yuan(debt.received_fen),
            left=yuan(open_for_creditor_fen),
        )
    return Text(
        "第{serial}号债权按全额参加分配；受理后已从连带债务人、保证人处受偿{received}元，"
        "本人最多再受偿{left}元，超出部分由已经代偿的第{behind}号债权人代替受偿，至多{most}元。",
        serial=serial,
        received=yuan(debt.received_fen),
        left=yuan(open_for_creditor_fen),
        behind=[one.serial for one in debt.stepping_in],
        most=yuan(sum(one.open_fen for one in debt.stepping_in)),
    )


def lines_of_those_behind(reasons: Mapping[int, StandsBack], shown: Collection[int]) -> Iterable[Text]:
    """Which claims take no part of their own, and why."""
    for serial in sorted(shown):
        yield Text("第{serial}号债权不单独参加分配：{why}", serial=serial, why=reasons[serial].text)
