"""Effects that the law attaches to a step and that people must see to: bundles, as data.

Some the system brings about itself (`by_system`), some hold by law without anybody acting, some the court
must see to; the judge ticks those off with `see_to_effect`. Source: `bankruptcy-process.md` section 3.
"""

from dataclasses import dataclass

from models.vocabulary import LegalActor
from workflows.law.citations import Citation, cite
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect: its number in the bundle, its sentence, its article, and who must see to it."""

    number: int
    text: Text
    basis: tuple[Citation, ...]
    owed_by: LegalActor
    court_sees_to_it: bool = False
    after_creditors_petition: bool = False


ACCEPTANCE = (
    Effect(
        1,
        Text("受理的同时指定管理人（决定书随受理裁定自动起草）。"),
        cite("EBL 13", "AA 27"),
        LegalActor.COURT,
    ),
    Effect(
        2,
        Text("受理裁定五日内送达申请人；债权人申请的，五日内送达债务人。"),
        cite("EBL 11"),
        LegalActor.COURT,
    ),
    Effect(
        3,
        Text(
            "债权人申请的，债务人自裁定送达之日起十五日内提交财产状况说明、债务清册、债权清册、财务会计报告和工资社保情况。"
        ),
        cite("EBL 11(2)", "EBL 127(1)", "I1 6(2)"),
        LegalActor.DEBTOR,
        court_sees_to_it=True,
        after_creditors_petition=True,
    ),
    Effect(4, Text("二十五日内通知已知债权人并公告，写明七项内容。"), cite("EBL 14"), LegalActor.COURT),
    Effect(
        5,
        Text(
            "债务人有关人员保管财产和账册、如实回答、列席会议、不擅离住所地、不新任其他企业的董事监事高管。"
        ),
        cite("EBL 15"),
        LegalActor.DEBTOR,
        court_sees_to_it=True,
    ),
    Effect(6, Text("债务人对个别债权人的清偿无效。"), cite("EBL 16"), LegalActor.DEBTOR),
    Effect(
        7,
        Text("债务人的债务人和财产持有人只能向管理人清偿债务、交付财产。"),
        cite("EBL 17"),
        LegalActor.ADMIN,
    ),
    Effect(
        8,
        Text("双方均未履行完毕的合同由管理人决定解除或者继续履行。"),
        cite("EBL 18"),
        LegalActor.ADMIN,
    ),
    Effect(
        9,
        Text("有关债务人财产的保全措施解除，执行程序中止：向每一采取措施的机关发函并核对结果。"),
        cite("EBL 19", "I2 5", "I2 7"),
        LegalActor.COURT,
        court_sees_to_it=True,
    ),
    Effect(
        10,
        Text("已经开始而尚未终结的民事诉讼、仲裁中止，管理人接管财产后继续。"),
        cite("EBL 20", "I2 21", "I2 22"),
        LegalActor.COURT,
        court_sees_to_it=True,
    ),
    Effect(
        11,
        Text("有关债务人的新民事诉讼只能向本院提起；个别清偿诉讼不予受理。"),
        cite("EBL 21", "I2 23", "I2 47"),
        LegalActor.COURT,
        court_sees_to_it=True,
    ),
    Effect(
        12,
        Text("未到期的债权视为到期，附利息的债权停止计息。"),
        cite("EBL 46"),
        LegalActor.CREDITOR,
    ),
    Effect(
        13,
        Text("可撤销行为的一年、六个月追溯期以受理日为准固定。"),
        cite("EBL 31", "EBL 32", "I2 10"),
        LegalActor.ADMIN,
    ),
    Effect(14, Text("债务人对外债权的诉讼时效自受理之日起中断。"), cite("I2 19"), LegalActor.ADMIN),
    Effect(
        15,
        Text("出资人尚未缴足的出资立即到期，由管理人追缴。"),
        cite("EBL 35", "I2 20"),
        LegalActor.ADMIN,
    ),
    Effect(
        16,
        Text("抵销只能向管理人主张，并须符合法律规定。"),
        cite("EBL 40", "I2 41", "I2 46"),
        LegalActor.ADMIN,
    ),
    Effect(17, Text("此前强制清算、执行程序中未支付的费用按规定处理。"), cite("I3 1"), LegalActor.ADMIN),
    Effect(
        18,
        Text("税务机关自行解除其保全、中止其执行；法院核对。"),
        cite("EBL 19"),
        LegalActor.COURT,
        court_sees_to_it=True,
    ),
)
DECLARATION = (
    Effect(
        1,
        Text("债务人称为破产人，债务人财产称为破产财产，受理时对债务人享有的债权称为破产债权。"),
        cite("EBL 107(2)"),
        LegalActor.COURT,
    ),
    Effect(2, Text("裁定五日内送达债务人和管理人。"), cite("EBL 107(1)"), LegalActor.COURT),
    Effect(3, Text("十日内通知已知债权人并公告。"), cite("EBL 107(1)"), LegalActor.COURT),
    Effect(
        4,
        Text("通知执行法院裁定终结对被执行人的执行。"),
        cite("CPL-I 513(1)"),
        LegalActor.COURT,
        court_sees_to_it=True,
    ),
    Effect(
        5,
        Text("尚未审结的个别清偿诉讼，判决驳回债权人的诉讼请求（变更诉讼请求的除外）。"),
        cite("I2 21(2)"),
        LegalActor.COURT,
        court_sees_to_it=True,
    ),
    Effect(
        6,
        Text("劳动合同终止，应当支付经济补偿，由管理人列入职工债权。"),
        cite("LCL 44④", "LCL 46⑥"),
        LegalActor.ADMIN,
    ),
    Effect(
        7,
        Text("不再受理转为重整、和解的申请。"),
        cite("EBL 70(2)", "EBL 95(1)"),
        LegalActor.COURT,
    ),
)
TERMINATION = (
    Effect(1, Text("终结裁定予以公告。"), cite("EBL 43(4)", "EBL 120(3)"), LegalActor.COURT),
    Effect(2, Text("债务人有关人员的义务终止。"), cite("EBL 15"), LegalActor.DEBTOR),
    Effect(3, Text("管理人自终结之日起十日内办理注销登记。"), cite("EBL 121"), LegalActor.ADMIN),
    Effect(
        4,
        Text("自终结之日起二年内发现应当追回或者可供分配的财产，债权人可以请求追加分配。"),
        cite("EBL 123"),
        LegalActor.CREDITOR,
    ),
    Effect(
        5,
        Text("诉讼、仲裁未决债权的分配额提存，满二年仍不能受领的分配给其他债权人。"),
        cite("EBL 119"),
        LegalActor.COURT,
    ),
    Effect(
        6,
        Text("破产人的保证人和其他连带债务人对未受清偿的债权继续承担清偿责任。"),
        cite("EBL 124"),
        LegalActor.CREDITOR,
    ),
    Effect(
        7,
        Text("对企业破产负有责任的董事、监事、高级管理人员，三年内不得任职：由法院查明并通知登记机关。"),
        cite("EBL 125(2)", "CL 178(1)③", "MER 12③"),
        LegalActor.COURT,
        court_sees_to_it=True,
    ),
)
RESTORATION = (
    Effect(
        1,
        Text("及时通知每一解除过保全措施的机关，按照原顺位恢复措施。"),
        cite("I2 8"),
        LegalActor.COURT,
        court_sees_to_it=True,
    ),
    Effect(
        2,
        Text("在各机关恢复措施或者表示不再恢复之前，受理法院不得解除自己采取的保全措施。"),
        cite("I2 8"),
        LegalActor.COURT,
        court_sees_to_it=True,
    ),
    Effect(
        3,
        Text("因受理而中止的诉讼依法恢复。"),
        cite("I2 21(3)"),
        LegalActor.COURT,
        court_sees_to_it=True,
    ),
    Effect(4, Text("管理人向债务人移交财产和营业事务。"), cite("EBL 12(2)", "EBL 108"), LegalActor.ADMIN),
)
BUNDLES: dict[str, tuple[Effect, ...]] = {
    "E-ACCEPT": ACCEPTANCE,
    "E-DECLARE": DECLARATION,
    "E-TERMINATE": TERMINATION,
    "E-RESTORE": RESTORATION,
}
BUNDLE_LABELS = {
    "E-ACCEPT": Text("受理的效力"),
    "E-DECLARE": Text("宣告破产的效力"),
    "E-TERMINATE": Text("终结的效力"),
    "E-RESTORE": Text("恢复措施"),
}


def mark_of(bundle: str, number: int) -> str:
    """Under which name a case keeps that an effect was seen to."""
    return str(number) if bundle == "E-ACCEPT" else f"{bundle}:{number}"


def effect_of(bundle: str, number: int) -> Effect | None:
    """The effect of that number, if the bundle has it."""
    return next((effect for effect in BUNDLES[bundle] if effect.number == number), None)


def effects_of(bundle: str, *, by_creditor: bool) -> tuple[Effect, ...]:
    """The effects of a bundle that a case has; some come only after a creditor's petition (EBL 11(2))."""
    return tuple(effect for effect in BUNDLES[bundle] if by_creditor or not effect.after_creditors_petition)
