"""Votes on pages: the roll of a motion with its ballots, its count, and what is printed of them."""

from collections.abc import Callable, Mapping
from typing import cast

from flask import Blueprint, Response, flash, redirect, render_template, request

from court_app import visit
from court_app.languages import say, thawed
from court_app.services.meetings import tallies, voting_sheets
from court_app.services.meetings.tallies import RollRow, Standing
from court_app.services.procedure import parts
from court_app.web.cases import page_address
from court_app.web.part_rows import (
    attempted,
    chosen,
    found,
    may_take,
    page_number,
    printed,
    same_list,
    search_text,
    url_for_part,
)
from court_app.web.parts import as_table, opened
from court_app.web.stepping import Answer
from models import Case, Motion
from models.vocabulary import BallotChoice, ClaimClass, NoVote, VotingGroup
from workflows.calculations.money import plain
from workflows.calculations.tally import Tally
from workflows.payloads.voting import KEYED, MOST_AT_ONCE
from workflows.text import Text
from workflows.transition import Obstacle

blueprint = Blueprint("votes", __name__, url_prefix="/cases/<int:case_id>/motions/<int:serial>")
ON_A_PAGE = 50
MOST_EXPORTED = 20_000
VOTES = "vote-"
HEADING = (
    Text("债权表序号"),
    Text("债权人"),
    Text("债权"),
    Text("计入总额（元）"),
    Text("表决意见"),
    Text("表决方式"),
    Text("无表决权的理由"),
)
OF_INVESTORS = (
    Text("出资人名册序号"),
    Text("出资人"),
    Text("出资人名册的登记"),
    Text("表决权（元）"),
    *HEADING[4:],
)
"""The same of the class of investors."""


def heading_of(motion: Motion) -> tuple[Text, ...]:
    """The columns of the export of a roll."""
    return OF_INVESTORS if motion.group == VotingGroup.EQUITY else HEADING


def motion_of(case: Case, serial: int) -> Motion:
    """The motion of that number."""
    return cast(Motion, found(case, "motions", serial))


@blueprint.get("/<which>.pdf")
def sheet(case_id: int, serial: int, which: str) -> Answer:
    """Tally sheet or resolution, to be printed and signed."""
    case, occasion = opened(case_id), visit.occasion()
    motion = motion_of(case, serial)
    made: Mapping[str, Callable[[], bytes]] = {
        "tally": lambda: voting_sheets.tally_sheet(occasion, motion),
        "resolution": lambda: voting_sheets.resolution_sheet(occasion, motion),
    }
    return printed(made, which, f"{which}-{serial}", url_for_part(case, "motions", serial))


@blueprint.get("/roll")
def roll(case_id: int, serial: int) -> Answer:
    """The roll of a motion: who may vote with how much, what he said, and what it comes to."""
    return roll_page(opened(case_id), serial)


@blueprint.post("/roll")
def key_ballots(case_id: int, serial: int) -> Answer:
    """Key in the ballots of this page."""
    case = opened(case_id)
    ballots = [{"creditor_id": number, "choice": said} for number, said in chosen(VOTES).items()]
    told, obstacles = attempted(
        lambda: parts.take_step(
            visit.occasion(),
            case_id,
            "motions",
            serial,
            "key_ballots",
            {"channel": request.form.get("channel", ""), "ballots": ballots[: MOST_AT_ONCE + 1]},
            version=None,
        ),
        ballots,
    )
    if told or obstacles:
        return roll_page(case, serial, told, obstacles), 422
    flash(say(Text("录入了{count}张表决票。", count=len(ballots))), "success")
    return redirect(same_list("votes.roll", case_id, serial, "q", "standing", "page"))


def roll_page(
    case: Case, serial: int, told: list[str] | None = None, obstacles: tuple[Obstacle, ...] = ()
) -> str:
    """The roll, fifty creditors a page, narrowed by how they stand."""
    occasion, motion = visit.occasion(), motion_of(case, serial)
    standing = request.args.get("standing", None, Standing)
    counted = tallies.count(occasion.session, motion)
    return render_template(
        "roll.html",
        case=case,
        motion=motion,
        rule=tallies.rule_of(motion),
        counted=counted,
        numbers=numbers_of(counted),
        working=kept_working(motion) or [say(line) for line in counted.working],
        found=tallies.rows_of(
            occasion,
            motion,
            standing=standing,
            text=search_text(),
            page=page_number(),
            size=ON_A_PAGE,
        ),
        corrected=tallies.corrected(occasion, motion),
        standings=list(Standing),
        standing=standing,
        text=search_text(),
        choices=list(BallotChoice),
        channels=KEYED,
        may_key=may_take(motion, "key_ballots"),
        may_count=may_take(motion, "count"),
        class_of=ClaimClass,
        why_of=NoVote,
        listed_in_words=listed_in_words,
        lines_of=lambda kept: thawed(kept.get("working", ())),
        typed=request.form,
        told=told or [],
        obstacles=obstacles,
        address=page_address("votes.roll", "q", "standing", case_id=case.id, serial=serial),
        section="motions",
    )


def numbers_of(counted: Tally) -> dict[Standing, int]:
    """How many creditors stand how, for the links that narrow the list."""
    said = {Standing(choice.value): group.heads for choice, group in counted.choices.items()}
    away = counted.voters.heads - counted.present.heads
    return {**said, Standing.SILENT: counted.silent.heads, Standing.AWAY: away}


def kept_working(motion: Motion) -> list[str]:
    """The working of a count as it was kept, in the language of the request."""
    return thawed(motion.working)


@blueprint.get("/export.<kind>")
def export(case_id: int, serial: int, kind: str) -> Response:
    """The roll with its ballots as a table for a spreadsheet."""
    case = opened(case_id)
    motion = motion_of(case, serial)
    rows = tallies.rows_of(visit.occasion(), motion, size=MOST_EXPORTED).rows
    return as_table(
        f"motion-{serial}", kind, [say(label) for label in heading_of(motion)], list(map(cells, rows))
    )


def listed_in_words(row: RollRow) -> str:
    """What the list of investors says of somebody on the roll; empty for a creditor."""
    return " ".join(thawed([row.right.listed["working"]])) if row.right.listed else ""


def cells(row: RollRow) -> list[str]:
    """A creditor of the roll as a row of the export."""
    kept = row.right.claims
    return [
        str(row.right.first_claim),
        row.right.party.name,
        "; ".join(
            " ".join(
                (
                    f"{each['serial']} {say(ClaimClass(each['class']))} {plain(each['stands_fen'])}",
                    *thawed(each.get("working", ())),
                )
            )
            for each in kept
        )
        or listed_in_words(row),
        plain(row.right.counts_fen),
        say(row.standing),
        say(row.ballot.channel) if row.ballot else "",
        say([NoVote(each["why"]) for each in kept if each["why"]] or row.right.why or ""),
    ]
