"""What all pages share: navigation, how sums and moments are written, links to front-end files."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import Flask, current_app, request, url_for
from markupsafe import Markup

from court_app import visit
from court_app.assets import asset_path
from court_app.languages import language
from models import User
from models.vocabulary import Role
from workflows.calendar import BEIJING
from workflows.payloads.base import MOST_NUMBER
from workflows.text import Text

OF_THE_COURT = frozenset(Role) - {Role.SYSTEM_ADMIN, Role.SYSTEM, Role.ADMINISTRATOR}
WITH_CASES = OF_THE_COURT | {Role.ADMINISTRATOR}
SEARCH = "cases.index"
"""The page that answers the search box; it reads `q`."""


MOST_PAGES = 1_000_000


def number(text: str) -> int:
    """A number that an address or a form names.

    Raises:
        ValueError: it is none, or none that a database holds; what asks for it then takes its default.
    """
    found = int(text)
    if abs(found) > MOST_NUMBER:
        raise ValueError(text)
    return found


def wanted_page() -> int:
    """Which page of a list the address asks for, the first if it names none that can be."""
    return min(max(request.args.get("page", 1, int), 1), MOST_PAGES)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the main navigation; shown once its page exists, to who holds one of the roles."""

    endpoint: str
    label: Text
    roles: frozenset[Role] = OF_THE_COURT

    def fits(self, user: User) -> bool:
        """Whether a person sees it."""
        return self.endpoint in current_app.view_functions and bool(self.roles & user.roles)


NAVIGATION = (
    Entry("worklist.show", Text("待办"), WITH_CASES),
    Entry("cases.index", Text("案件"), WITH_CASES),
    Entry("publications.everywhere", Text("待发布公告")),
    Entry("filing.index", Text("立案"), frozenset({Role.FILING_OFFICER})),
    Entry("selecting.mine", Text("选定与声明"), frozenset({Role.ADMINISTRATOR})),
    Entry("roster.index", Text("管理人名册")),
    Entry("specimens.index", Text("文书样式")),
    Entry("calculators.index", Text("计算器"), frozenset(Role)),
    Entry("administration.users_page", Text("系统管理"), frozenset({Role.SYSTEM_ADMIN})),
    Entry("working_days.show", Text("工作日历"), frozenset({Role.SYSTEM_ADMIN})),
)


def init_app(app: Flask) -> None:
    """Give templates what all pages share."""
    app.context_processor(shared)
    app.jinja_env.filters.update(yuan=yuan, day=day, moment=moment, one_by_one=one_by_one)
    app.jinja_env.globals.update(asset=asset, comma=comma, colon=colon)


def shared() -> dict[str, Any]:
    """The values that every template may use."""
    user = visit.visitor()
    return {
        "visitor": user,
        "navigation": [entry for entry in NAVIGATION if user is not None and entry.fits(user)],
        "search_address": url_for(SEARCH) if SEARCH in current_app.view_functions else None,
        "here": request.endpoint or "",
        "demo": current_app.config["COURT_DEMO"],
    }


def comma() -> str:
    """What stands between two things in the language of the request."""
    return "，" if language() == "zh" else ", "


def colon() -> str:
    """What stands between a heading and what it announces in the language of the request."""
    return "：" if language() == "zh" else ": "


def one_by_one(names: Iterable[str]) -> Markup:
    """Names that are Chinese on every page, such as columns of a table, one after another."""
    between = Markup("、" if language() == "zh" else ", ")  # noqa: S704 (no word of a visitor)
    return between.join(Markup('<span lang="zh-Hans">{}</span>').format(name) for name in names)


def asset(name: str) -> str:
    """The address of a front-end file."""
    return f"/static/{asset_path(name)}"


def yuan(fen: int | None) -> str:
    """A sum of fen in yuan, with thousands groups and two decimals."""
    if fen is None:
        return "—"
    sign, whole = ("-", -fen) if fen < 0 else ("", fen)
    return f"{sign}{whole // 100:,}.{whole % 100:02d}"


def day(value: date | None) -> str:
    """A day as it stands on a screen."""
    return value.isoformat() if value else "—"


def moment(value: datetime | None) -> str:
    """A moment in Beijing time, to the minute."""
    return value.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M") if value else "—"
