"""Guards that every part of a case shares: claims, meetings, assets, the administrator's office."""

from typing import Any

from workflows.transition import Attempt, Guard, Obstacle


def of_its_case(guard: Guard) -> Guard:
    """A guard of the case, asked of the case that a part belongs to."""

    def lifted(part: Any, attempt: Attempt) -> Obstacle | None:
        return guard(part.case, attempt)

    return lifted
