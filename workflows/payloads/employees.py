"""What the public list of employees' claims needs (EBL 48(2))."""

from workflows.payloads.base import Line, Payload, labelled
from workflows.payloads.days import ComingDay


class EmployeeClaimsPublicised(Payload):
    """Where the list of employees' claims is shown, and until when."""

    shown_at = Line(
        required=True,
        metadata=labelled("公示的地点或者方式", "where or how it is shown"),
    )
    shown_until = ComingDay(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "公示截止日",
            "shown until",
            "法律没有规定期限；不填即不写明",
            "the law sets no period; left out if empty",
        ),
    )
