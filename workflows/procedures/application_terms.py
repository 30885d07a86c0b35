"""Names that the rows of a bankruptcy application share: who records, which clocks run until the ruling."""

from models.vocabulary import (
    ApplicationState,
    DeadlineKind,
    Role,
)

S = ApplicationState
FILING = frozenset({Role.FILING_OFFICER})
BENCH = frozenset({Role.JUDGE})
TEAM = frozenset({Role.JUDGE, Role.ASSISTANT, Role.CLERK})
DESK = frozenset({Role.FILING_OFFICER, Role.JUDGE, Role.ASSISTANT, Role.CLERK})
SYSTEM = frozenset({Role.SYSTEM})
OPEN_BEFORE_RULING = (S.RECEIVED, S.SUPPLEMENT, S.OBJECTION, S.REVIEW)
COURT_CLOCKS = (
    DeadlineKind.BA_NOTIFY_DEBTOR,
    DeadlineKind.BA_RULE_CREDITOR_APP,
    DeadlineKind.BA_RULE_DIRECT,
)
RULING_CLOCKS = (
    *COURT_CLOCKS,
    DeadlineKind.BA_EXEC_TRANSFER_REPLY,
    DeadlineKind.BA_TELL_SUPPLEMENT,
)
LAPSED_CLOCKS = (
    DeadlineKind.BA_TELL_SUPPLEMENT,
    DeadlineKind.BA_DEBTOR_OBJECTION,
    DeadlineKind.BA_CORRECTION,
)
ALL_CLOCKS = (*RULING_CLOCKS, *LAPSED_CLOCKS)
