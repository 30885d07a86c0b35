"""Guards of what burdens an asset: EBL 19, 37, 109; I2-25."""

from models.estate import Asset
from models.realisation import AssetEncumbrance
from workflows.calculations.money import yuan
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.text import Text
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


def redemption_is_within_value(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 37(2): paid or secured instead is no more than the debt, nor than the thing is worth then."""
    data, burden = attempt.data, named(asset, attempt)
    if burden is None or not data["release"].takes_back:
        return None
    if data["redeemed_fen"] is None or data["value_fen"] is None:
        return Obstacle(
            "redemption_not_stated",
            Text("取回质物、留置物须填写清偿额或者替代担保额，以及该物当时的市场价值。"),
            cite("EBL 37(2)"),
        )
    limits = [limit for limit in (data["value_fen"], burden.secured_fen) if limit is not None]
    if data["redeemed_fen"] <= min(limits):
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
    reported = data["reported_on"] is not None and data["reported_on"] <= attempt.on
    if not asset.major or not data["release"].takes_back or reported:
        return None
    return Obstacle(
        "redemption_not_reported",
        Text("取回对债权人利益有重大影响的质物、留置物，应当及时报告债权人委员会；没有委员会的报告法院。"),
        cite("I2 25", "EBL 69"),
    )
