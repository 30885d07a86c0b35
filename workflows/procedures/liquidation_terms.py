"""Words that the rows of section 5 share: who records, from which states, which grounds."""

from models.vocabulary import LiquidationState, Role, TerminationGround

S = LiquidationState
G = TerminationGround
BENCH = frozenset({Role.JUDGE})
TEAM = frozenset({Role.JUDGE, Role.ASSISTANT, Role.CLERK})
WITH_ADMINISTRATOR = TEAM | {Role.ADMINISTRATOR}
SYSTEM = frozenset({Role.SYSTEM})

BEFORE_DECLARATION = (S.LQ_OPEN, S.RO_PERIOD, S.HJ_ORDERED)
"""Where EBL 12(2), 105 and 108 still apply: accepted, not declared, in every procedure type."""
GOING_ON = (*BEFORE_DECLARATION, S.LQ_DECLARED)
"""Accepted and not over: where the procedure may still be ended by any of its ways."""
NOT_YET_EFFECTIVE = (S.LQ_DISMISSED, S.LQ_DISMISS_APPEAL)
"""A dismissal does not stop the case before it takes effect: EBL 12(2) gives no suspension."""
RUNNING = (*GOING_ON, *NOT_YET_EFFECTIVE)
"""Where rows 1 to 5, 17 and 18 run: "the current state, unchanged"."""
LIQUIDATION_ONLY = (S.LQ_OPEN, S.LQ_DECLARED)
"""Where rows run that belong to a liquidation and to no other procedure (EBL 61(1)⑨, 111)."""
AFTER_FINAL = (S.LQ_FINAL_DISTRIBUTED, S.LQ_TERMINATED, S.LQ_DEREGISTERED)
STRUCK_OFF = frozenset({G.T43.value, G.T120A.value, G.T120B.value, G.TUNABLE.value})
"""Grounds after which the debtor is deregistered (EBL 121)."""
SURVIVING = frozenset({G.T105.value, G.T108A.value, G.T108B.value})
"""Grounds after which the debtor lives on."""
SUPPLEMENTED = frozenset({G.T43.value, G.T120A.value, G.T120B.value})
"""Grounds after which property found later is distributed (EBL 123)."""
