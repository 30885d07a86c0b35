"""Guards of what burdens an asset: EBL 19, 37, 109; I2-25."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from models.estate import Asset
from models.realisation import AssetEncumbrance
from models.vocabulary import ClaimState
from workflows.calculations.money import yuan
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.text import Text, day_from
from workflows.transition import Attempt, Obstacle


def claim_is_filed(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 49, 109: a claim that is named is one of the case, and only a security secures it."""
    serial = attempt.data["claim_serial"]
    if serial is None:
        return None
    if contents_of(attempt).claim(serial) is None:
        return Obstacle("no_such_claim", Text("本案没有第{serial}号债权。", serial=serial), cite("EBL 49"))
    if attempt.data["kind"].secures:
        return None
    return Obstacle(
        "secures_nothing",
        Text("“{kind}”不是担保，不能对应所担保的债权。", kind=attempt.data["kind"]),
        cite("EBL 109"),
    )


def claim_is_of_its_holder(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 49, 109: a security secures a claim with security; not an ordinary one, least of all another's.

    A claim that was not reviewed yet may turn out to be secured, if the holder of the security has filed it.
    """
    serial = attempt.data["claim_serial"]
    claim = contents_of(attempt).claim(serial) if serial is not None else None
    if claim is None or not attempt.data["kind"].secures:
        return None
    if claim.state == ClaimState.WITHDRAWN.value:
        return Obstacle(
            "claim_withdrawn", Text("第{serial}号债权已经撤回申报。", serial=serial), cite("EBL 49")
        )
    if claim.class_paid.is_secured:
        return None
    names = {"serial": serial, "creditor": claim.party.name, "rank": claim.class_paid}
    if claim.party.name != attempt.data["holder"]:
        return Obstacle(
            "claim_of_another",
            Text(
                "第{serial}号债权为{creditor}的{rank}，不是“{holder}”的有财产担保债权；请核对债权序号。",
                holder=attempt.data["holder"],
                **names,
            ),
            cite("EBL 49", "EBL 109"),
        )
    if claim.admitted_fen is None and claim.fixed_fen is None:
        return None
    return Obstacle(
        "claim_is_not_secured",
        Text("第{serial}号债权（{creditor}）经审查为{rank}；有财产担保的，请先更正审查结论。", **names),
        cite("EBL 49", "EBL 109"),
    )


def since_is_not_in_the_future(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 25(1)②: what is recorded burdens the asset already."""
    since = attempt.data["since_on"]
    if since is None or since <= attempt.on:
        return None
    return Obstacle(
        "since_in_the_future",
        Text("设立、登记或者采取措施的日期{day}不得晚于登记之日。", day=since),
        cite("EBL 25(1)②"),
    )


def named(asset: Asset, attempt: Attempt) -> AssetEncumbrance | None:
    """The burden that is to be lifted, if it still stands."""
    wanted = attempt.data["encumbrance"]
    return next((one for one in asset.encumbrances if one.position == wanted and one.stands), None)


def something_burdens_it(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """Lifted can be what is there."""
    if any(one.stands for one in asset.encumbrances):
        return None
    return Obstacle("no_encumbrance", Text("该项财产没有尚未解除的负担。"), cite("EBL 19", "EBL 37"))


def encumbrance_is_there(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """Lifted is what stands."""
    if named(asset, attempt) is not None:
        return None
    return Obstacle(
        "no_such_encumbrance",
        Text("该项财产没有第{number}项负担，或者已经解除。", number=attempt.data["encumbrance"]),
        cite("EBL 19", "EBL 37"),
    )


def release_fits_its_kind(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 19 lifts measures of preservation and nothing else; EBL 37 takes back pledges and liens."""
    burden, release = named(asset, attempt), attempt.data["release"]
    if burden is None:
        return None
    if release.value == "ARTICLE_19" and not burden.kind.is_preservation:
        return Obstacle(
            "not_a_measure",
            Text("受理破产申请只解除查封、扣押、冻结等保全措施，不解除“{kind}”。", kind=burden.kind),
            cite("EBL 19"),
        )
    if release.takes_back and not burden.kind.is_redeemed:
        return Obstacle(
            "not_taken_back",
            Text("清偿债务或者提供替代担保取回的，只限于质物、留置物，不适用于“{kind}”。", kind=burden.kind),
            cite("EBL 37(1)"),
        )
    return None


def redemption_of(asset: Asset, data: Mapping[str, Any]) -> tuple[int | None, int | None, date | None]:
    """What is paid or secured instead, what the thing is worth, when it was reported; sums in fen.

    What the step does not say was said in the notice with which the thing was asked back.
    """
    asked = asset.flags.get("asked_back", {}).get(str(data["encumbrance"]), {})
    reported_on = data["reported_on"] or (
        day_from(asked["reported_on"]) if asked.get("reported_on") else None
    )
    sums = (asked.get(name) if data[name] is None else data[name] for name in ("redeemed_fen", "value_fen"))
    return *sums, reported_on


def redemption_is_within_value(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 37(2): paid or secured instead is no more than the debt, nor than the thing is worth then."""
    data, burden = attempt.data, named(asset, attempt)
    if burden is None or not data["release"].takes_back:
        return None
    redeemed_fen, value_fen, _ = redemption_of(asset, data)
    if redeemed_fen is None or value_fen is None:
        return Obstacle(
            "redemption_not_stated",
            Text("取回质物、留置物须填写清偿额或者替代担保额，以及该物当时的市场价值。"),
            cite("EBL 37(2)"),
        )
    limits = [limit for limit in (value_fen, burden.secured_fen) if limit is not None]
    if redeemed_fen <= min(limits):
        return None
    return Obstacle(
        "redeemed_above_value",
        Text(
            "清偿或者替代担保以{most}元为限：不得超过被担保的债权额，也不得超过质物、留置物当时的市场价值。",
            most=yuan(min(limits)),
        ),
        cite("EBL 37(2)"),
    )


def redemption_was_reported(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """I2-25: taking back what matters much to the creditors is reported to committee or court."""
    data = attempt.data
    reported_on = redemption_of(asset, data)[2]
    reported = reported_on is not None and reported_on <= attempt.on
    if not asset.major or not data["release"].takes_back or reported:
        return None
    return Obstacle(
        "redemption_not_reported",
        Text("取回对债权人利益有重大影响的质物、留置物，应当及时报告债权人委员会；没有委员会的报告法院。"),
        cite("I2 25", "EBL 69"),
    )
