"""Papers that a creditor hands in with his claim by a code, and who may look at them."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from court_app.errors import BadInput, NotFound
from court_app.services.claims import claim_papers
from court_app.services.filing.creditor_filings import CLAIMS, held
from court_app.services.filing.filing_desk import desk_of
from court_app.services.filing.filing_forms import PaperHandedIn
from court_app.services.occasion import Occasion
from court_app.services.procedure import parts
from models import Case, Claim, ClaimPaper, FilingCode
from workflows.text import Text

File = tuple[str, bytes]
"""The name of a file and its bytes."""

MOST_FILES = 10
"""Handed in at once."""


def hand_in(
    occasion: Occasion, code: FilingCode, serial: int, raw: Mapping[str, Any], files: Sequence[File]
) -> list[ClaimPaper]:
    """Hand in papers with a claim, all or none; the same file again is kept once.

    Raises:
        NotFound: if the claim was not filed by this code.
        BadInput: if the claim is reviewed already, or a file, which is named, may not be handed in.
    """
    kind = PaperHandedIn().load(dict(raw))["kind"]
    look_over(files)
    claim = held(occasion, code, serial)
    own = desk_of(occasion, code).own(serial)
    if own is None or not own.is_open:
        raise BadInput({"file": [Text("管理人已经审查本债权，补充证据请交给管理人。")]})
    return [claim_papers.add(occasion, claim, kind, name, content) for name, content in files]


def look_over(files: Sequence[File]) -> None:
    """Look at files before anything is locked or kept.

    Raises:
        BadInput: if there is none, or one, which is named, may not be handed in.
    """
    if not 0 < len(files) <= MOST_FILES:
        raise BadInput({"file": [Text("请选择1至{most}个文件。", most=MOST_FILES)]})
    wrong: list[Text] = []
    for name, content in files:
        try:
            claim_papers.media_type_of(content)
        except BadInput as error:
            wrong += [Text("{name}：{why}", name=name, why=why) for why in error.fields["file"]]
    if wrong:
        raise BadInput({"file": wrong})


def paper(occasion: Occasion, code: FilingCode, serial: int, position: int) -> tuple[ClaimPaper, bytes]:
    """A paper of a claim that was filed by the code.

    Raises:
        NotFound: if there is none.
    """
    own = desk_of(occasion, code).own(serial)
    if own is None or own.filing is None or own.filing.code_id != code.id:
        raise NotFound(Text("没有这份材料。"))
    return claim_papers.opened(occasion, own.claim, position)


def paper_for_team(occasion: Occasion, case: Case, serial: int, position: int) -> tuple[ClaimPaper, bytes]:
    """A paper of a claim of the case, for who takes part in the case.

    Raises:
        NotFound: if there is none.
    """
    claim = cast(Claim, parts.of_case(occasion, case, CLAIMS, serial))
    return claim_papers.opened(occasion, claim, position)
