"""What creditors hand in with a claim that they file themselves."""

from models.vocabulary.term import Term


class ClaimPaperKind(Term):
    """What a paper handed in with a claim is. Source: EBL 48, 49; I3-6(2)."""

    EVIDENCE = "EVIDENCE", "债权证据", "evidence of the claim"
    IDENTITY = "IDENTITY", "主体资格、身份证明", "proof of identity"
    AUTHORITY = "AUTHORITY", "授权委托书", "power of attorney"
    SECURITY = "SECURITY", "担保证据", "evidence of the security"
