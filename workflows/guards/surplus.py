"""Guards of the list of investors, and of a surplus that goes to them (CL 236(2); EBL 113)."""

from models.case import Case
from models.investor import Investor
from workflows.calculations.equity import NOBODY_LISTED
from workflows.calculations.money import yuan
from workflows.contents import contents_of
from workflows.guards.distribution import plan_is_in_force
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

MOST_TOLD = 10
"""So many things that come first are told at once."""
NO_PLAN = Text(
    "本案没有生效的分配方案：债权须先列入分配方案，经表决并由人民法院裁定认可后分配，或者由其担保物清偿。"
)


def investors_share_one_measure(investor: Investor, attempt: Attempt) -> Obstacle | None:
    """CL 236(2): all share by capital paid in, or all by shares."""
    others = {one.kind for one in contents_of(attempt).holdings() if one.serial != investor.serial}
    if others <= {attempt.data["holding"]}:
        return None
    return Obstacle(
        "another_measure",
        Text("已登记的出资人按另一种依据分配；一个公司只有一种。请先更正或者撤销已登记的。"),
        cite("CL 236(2)"),
    )


def paid_in_is_subscribed(investor: Investor, attempt: Attempt) -> Obstacle | None:
    """CL 47, 49: paid in is what was subscribed, or a part of it."""
    if attempt.data["paid_in_fen"] <= attempt.data["subscribed_fen"]:
        return None
    return Obstacle("more_than_subscribed", Text("实缴出资多于认缴出资；请核对。"), cite("CL 49(1)"))


def number_is_listed_once(investor: Investor, attempt: Attempt) -> Obstacle | None:
    """CL 56, 102: nobody stands twice on a list; numbers tell people apart, names do not (DESIGN)."""
    number = attempt.data["identity_number"]
    others = contents_of(attempt).investors_numbered(number) - {investor.serial} if number else set()
    if not others:
        return None
    return Obstacle(
        "number_is_listed",
        Text("出资人名册第{serials}号已经是这个证件号码；请核对，或者更正该号。", serials=sorted(others)),
        cite("CL 56", "CL 102"),
    )


def nothing_is_given_to_investors(investor: Investor, attempt: Attempt) -> Obstacle | None:
    """CL 236(2): who was given a part of a surplus is not struck, and his share does not change (DESIGN)."""
    if not contents_of(attempt).surplus_given():
        return None
    return Obstacle(
        "surplus_was_given", Text("已经向出资人分配过剩余财产，不能再更改出资人名册。"), cite("CL 236(2)")
    )


def investors_are_listed(case: Case, attempt: Attempt) -> Obstacle | None:
    """CL 236(2): a surplus is divided by what investors have."""
    if sum(one.measure for one in contents_of(attempt).holdings()):
        return None
    return Obstacle("no_investors", NOBODY_LISTED, cite("CL 236(2)"))


def nobody_comes_before(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 43, 113; CL 236(3): no investor gets a fen before every rank above is paid in full.

    What is laid aside for a claim counts as paid to it while it is kept (EBL 117 to 119).
    """
    before = contents_of(attempt).before_investors()
    if not before:
        return None
    return Obstacle(
        "others_come_first",
        Text(
            "清偿以前不得向出资人分配：{before}{way}",
            before=list(before[:MOST_TOLD]),
            way="" if plan_is_in_force(case, attempt) is None else NO_PLAN,
        ),
        cite("EBL 113(1)", "CL 236(3)"),
    )


def surplus_is_there(case: Case, attempt: Attempt) -> Obstacle | None:
    """CL 236(2): given is money that is there and owed to nobody."""
    contents, wanted = contents_of(attempt), attempt.data["pool_fen"]
    there = max(contents.undistributed_fen(), 0)
    if 0 < wanted <= there:
        return None
    return Obstacle(
        "surplus_is_not_there",
        Text(
            "可供分配的剩余财产为{there}元；本次分配总额须大于零且不超过它。算式：{working}",
            there=yuan(there),
            working=list(contents.estate().working()),
        ),
        cite("CL 236(2)"),
    )
