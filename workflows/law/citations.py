"""Where a rule stands: statute, article, paragraph (款), item (项).

`cite("EBL 10(1)", "I1-6(1)")` reads as the law files write: EBL 10(1) is article 10 paragraph 1,
EBL 61(1)⑧ its item 8. A citation prints itself in Chinese as rulings do and in English as lawyers do.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.vocabulary.term import Term
from workflows.numerals import chinese_number

ITEMS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫"
PATTERN = re.compile(
    r"(?P<statute>[A-Z][A-Z0-9-]*?)[ -](?P<article>\d+)(?:\((?P<paragraph>\d+)\))?(?P<item>[①-⑫])?"
)


class Statute(Term):
    """Every source of law that the system cites."""

    EBL = "EBL", "《中华人民共和国企业破产法》", "Enterprise Bankruptcy Law"
    I1 = (
        "I1",
        "《最高人民法院关于适用〈中华人民共和国企业破产法〉若干问题的规定（一）》",
        "SPC Provisions (I) on the Enterprise Bankruptcy Law",
    )
    I2 = (
        "I2",
        "《最高人民法院关于适用〈中华人民共和国企业破产法〉若干问题的规定（二）》",
        "SPC Provisions (II) on the Enterprise Bankruptcy Law",
    )
    I3 = (
        "I3",
        "《最高人民法院关于适用〈中华人民共和国企业破产法〉若干问题的规定（三）》",
        "SPC Provisions (III) on the Enterprise Bankruptcy Law",
    )
    AA = (
        "AA",
        "《最高人民法院关于审理企业破产案件指定管理人的规定》",
        "SPC Provisions on Appointing Administrators",
    )
    AR = (
        "AR",
        "《最高人民法院关于审理企业破产案件确定管理人报酬的规定》",
        "SPC Provisions on Administrator Remuneration",
    )
    P2002 = (
        "P2002",
        "《最高人民法院关于审理企业破产案件若干问题的规定》",
        "SPC Provisions of 2002 on Bankruptcy Cases",
    )
    R2008 = (
        "R2008",
        "《最高人民法院关于债权人对人员下落不明或者财产状况不清的债务人申请破产清算案件如何处理的批复》",
        "SPC Reply of 2008 on Debtors with Missing Persons or Unknown Finances",
    )
    CPL = "CPL", "《中华人民共和国民事诉讼法》", "Civil Procedure Law"
    CPL_I = (
        "CPL-I",
        "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》",
        "SPC Interpretation of the Civil Procedure Law",
    )
    CC = "CC", "《中华人民共和国民法典》", "Civil Code"
    CL = "CL", "《中华人民共和国公司法》", "Company Law"
    CL_I2 = (
        "CL-I2",
        "《最高人民法院关于适用〈中华人民共和国公司法〉若干问题的规定（二）》",
        "SPC Provisions (II) on the Company Law",
    )
    FEE = "FEE", "《诉讼费用交纳办法》", "Measures on Litigation Fees"
    MER = (
        "MER",
        "《中华人民共和国市场主体登记管理条例》",
        "Regulation on Registration of Market Entities",
    )
    LCL = "LCL", "《中华人民共和国劳动合同法》", "Labour Contract Law"
    ODR = "ODR", "《人民法院在线诉讼规则》", "Online Litigation Rules"
    N2015 = "N2015", "《关于人民法院案件案号的若干规定》", "SPC Provisions on Case Numbers (2015)"
    N2016 = (
        "N2016",
        "《最高人民法院关于调整强制清算与破产案件类型划分的通知》",
        "SPC Notice on Case Types (2016)",
    )
    ET2017 = (
        "ET2017",
        "《最高人民法院关于执行案件移送破产审查若干问题的指导意见》",
        "SPC Opinions on Transfers from Enforcement",
    )
    O2020 = (
        "O2020",
        "《最高人民法院关于推进破产案件依法高效审理的意见》",
        "SPC Opinions on Efficient Bankruptcy Trials",
    )
    SG = (
        "SG",
        "《最高人民法院关于适用〈中华人民共和国民法典〉有关担保制度的解释》",
        "SPC Interpretation on Security under the Civil Code",
    )
    CCI = (
        "CCI",
        "《最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（一）》",
        "SPC Interpretation (I) on Construction Contracts",
    )
    CLM2009 = (
        "CLM2009",
        "《关于审理公司强制清算案件工作座谈会纪要》",
        "SPC Minutes on Compulsory Liquidation (2009)",
    )
    M2018 = "M2018", "《全国法院破产审判工作会议纪要》", "SPC Minutes on Bankruptcy Trials (2018)"
    M2019 = "M2019", "《全国法院民商事审判工作会议纪要》", "SPC Minutes on Civil and Commercial Trials (2019)"
    TAX24 = "TAX24", "税务机关关于企业破产涉税事项的规定", "tax rules on bankruptcy matters (2024)"
    PD2021 = (
        "PD2021",
        "《上海市浦东新区完善市场化法治化企业破产制度若干规定》",
        "Pudong Provisions on Bankruptcy (2021)",
    )
    DESIGN = "DESIGN", "本系统设计", "design of this system"


BY_CODE = {statute.value: statute for statute in Statute}


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in one statute."""

    statute: Statute
    article: int | None = None
    paragraph: int | None = None
    item: int | None = None

    @property
    def zh(self) -> str:
        """As a ruling cites it: 《中华人民共和国企业破产法》第十条第一款."""
        return self.statute.zh + self.place_zh

    @property
    def place_zh(self) -> str:
        """The place without the statute: 第十条第一款第三项."""
        parts = ((self.article, "条"), (self.paragraph, "款"), (self.item, "项"))
        return "".join(f"第{chinese_number(n)}{unit}" for n, unit in parts if n)

    @property
    def place_en(self) -> str:
        """The place without the statute: art. 10(1) item 3."""
        if not self.article:
            return ""
        paragraph = f"({self.paragraph})" if self.paragraph else ""
        item = f" item {self.item}" if self.item else ""
        return f"art. {self.article}{paragraph}{item}"

    @property
    def en(self) -> str:
        """As lawyers write: Enterprise Bankruptcy Law art. 10(1) item 3."""
        return f"{self.statute.en} {self.place_en}".strip()

    def label(self, language: str) -> str:
        """The citation in `language` ("zh" or "en")."""
        return self.en if language.startswith("en") else self.zh

    def __str__(self) -> str:
        """The short form that is stored and that `cite` reads back: EBL 10(1)③."""
        if not self.article:
            return self.statute.value
        paragraph = f"({self.paragraph})" if self.paragraph else ""
        item = ITEMS[self.item - 1] if self.item else ""
        return f"{self.statute.value} {self.article}{paragraph}{item}"


def cite(*places: str) -> tuple[Citation, ...]:
    """Read citations such as "EBL 10(1)", "I1-7(3)", "CPL-I 512", "DESIGN".

    Raises:
        ValueError: if a text is no citation or names a statute that the system does not know.
    """
    return tuple(read_citation(place) for place in places)


def read_citation(place: str) -> Citation:
    """Read one citation; see `cite`."""
    if place in BY_CODE:
        return Citation(BY_CODE[place])
    found = PATTERN.fullmatch(place)
    if found is None or found["statute"] not in BY_CODE:
        raise ValueError(f"not a citation: {place!r}")
    return Citation(
        BY_CODE[found["statute"]],
        int(found["article"]),
        int(found["paragraph"]) if found["paragraph"] else None,
        ITEMS.index(found["item"]) + 1 if found["item"] else None,
    )


def together(citations: Iterable[Citation], language: str) -> str:
    """Citations in one line, each statute named once: 《…》第二条、第七条第二款；《…》第三十七条."""
    by_statute: dict[Statute, list[Citation]] = {}
    for citation in citations:
        by_statute.setdefault(citation.statute, []).append(citation)
    if language.startswith("en"):
        return "; ".join(
            statute.en
            + (f" {', '.join(filter(None, (c.place_en for c in cited)))}" if cited[0].article else "")
            for statute, cited in by_statute.items()
        )
    return "；".join(
        statute.zh + "、".join(filter(None, (c.place_zh for c in cited)))
        for statute, cited in by_statute.items()
    )
