"""What every service needs to know of the moment: transaction, person, time, calendar, paper mill."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from court_app.services.papers.mill import Mill
from models import User
from workflows.calendar import WorkingCalendar, court_date

SYSTEM_NAME = "系统"


@dataclass(frozen=True, slots=True)
class Occasion:
    """One transaction of one person; `user` is None where the law itself acts and the system records.

    `secret` is the installation's own: codes for voting and filing are derived from it. `bearer` names
    who acts by such a code, where nobody has signed in. `only_checks` says that nothing will be kept.
    """

    session: Session
    user: User | None
    now: datetime
    calendar: WorkingCalendar
    mill: Mill
    secret: str = field(default="", repr=False)
    bearer: str = ""
    only_checks: bool = False

    @property
    def today(self) -> date:
        """The day it is at the court (Beijing time)."""
        return court_date(self.now)

    @property
    def name(self) -> str:
        """Whose name the history shows."""
        return self.user.name if self.user else self.bearer or SYSTEM_NAME

    def by_the_law_itself(self) -> "Occasion":
        """The same moment, with the system recording what the law brings about."""
        return replace(self, user=None, bearer="")

    def by_code(self, bearer: str) -> "Occasion":
        """The same moment, with somebody acting by a code that the court has given him."""
        return replace(self, user=None, bearer=bearer)
