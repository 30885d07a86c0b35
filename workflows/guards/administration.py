"""Guards of the administrator's office and of what he asks and reports: section 11.1."""

from models.administration import Appointment, Submission
from models.deadline import Deadline
from models.vocabulary import DeadlineKind, DeadlineStatus, PartyKind
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.law.parameters import FINE_OF_FIRMS, FINE_OF_INDIVIDUALS, Range
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def meeting_resolved_it(appointment: Appointment, attempt: Attempt) -> Obstacle | None:
    """EBL 22(2), AA-31(1): the request comes from the creditors' meeting, with its resolution."""
    resolution = contents_of(attempt).resolution(attempt.data["resolution_serial"])
    if (
        resolution is not None
        and resolution.matter.value == "61.2"
        and resolution.state in {"PASSED", "FINAL", "UPHELD"}
    ):
        return None
    return Obstacle(
        "no_resolution",
        Text("须附债权人会议关于申请更换管理人的决议。"),
        cite("EBL 22(2)", "EBL 61(1)②", "AA 31(1)"),
    )


def has_explained(appointment: Appointment, attempt: Attempt) -> Obstacle | None:
    """AA-31(2), 32: decided is after the administrator's explanation, or when its time has run out."""
    if appointment.flags.get("explained"):
        return None
    clocks = [c for c in running_of(appointment, DeadlineKind.ADM_EXPLAIN) if attempt.on > c.due_on]
    if clocks:
        return None
    return Obstacle(
        "not_explained",
        Text("管理人尚未书面说明，说明期限也未届满。"),
        cite("AA 31(2)", "AA 32"),
    )


def running_of(appointment: Appointment, kind: DeadlineKind) -> list[Deadline]:
    """The clocks of a kind that run about this very office, not about an earlier one."""
    return [
        clock
        for clock in appointment.case.deadlines
        if clock.kind == kind
        and clock.status == DeadlineStatus.RUNNING
        and (clock.machine, clock.subject_id) == ("appointment", appointment.id)
    ]


def not_yet_explained(appointment: Appointment, attempt: Attempt) -> Obstacle | None:
    """AA-31(2): the explanation is given once."""
    if not appointment.flags.get("explained"):
        return None
    return Obstacle("already_explained", Text("管理人已经书面说明。"), cite("AA 31(2)"))


def not_yet_handed_over(appointment: Appointment, attempt: Attempt) -> Obstacle | None:
    """AA-37: handed over is once."""
    if not appointment.flags.get("handed_over"):
        return None
    return Obstacle("handed_over", Text("已经移交。"), cite("AA 37"))


def seal_is_not_destroyed(appointment: Appointment, attempt: Attempt) -> Obstacle | None:
    """AA 29(2): with the proof that the seal is destroyed nothing more goes out under it."""
    if not appointment.flags.get("seal_destroyed"):
        return None
    return Obstacle("seal_destroyed", Text("管理人印章已经销毁，销毁证明已经收到。"), cite("AA 29(2)"))


def new_one_is_another(appointment: Appointment, attempt: Attempt) -> Obstacle | None:
    """AA-32, 33: the office goes to somebody else."""
    if attempt.data["administrator_name"] != appointment.party.name:
        return None
    return Obstacle("same_administrator", Text("新任管理人不能是被更换的管理人。"), cite("AA 32", "AA 33"))


def fine_is_within_the_range(appointment: Appointment, attempt: Attempt) -> Obstacle | None:
    """AA-39(1): firms 50,000 to 200,000 yuan, individuals 10,000 to 50,000 yuan."""
    individual = appointment.party.kind == PartyKind.PERSON
    span: Range = FINE_OF_INDIVIDUALS if individual else FINE_OF_FIRMS
    if span.least_fen <= attempt.data["fine_fen"] <= span.most_fen:
        return None
    return Obstacle(
        "fine_out_of_range",
        Text("罚款应当在{least}元至{most}元之间。", least=span.least_fen // 100, most=span.most_fen // 100),
        span.basis,
    )


def is_a_request(submission: Submission, attempt: Attempt) -> Obstacle | None:
    """EBL 26, 28: answered is what was asked."""
    if submission.kind.is_request:
        return None
    return Obstacle("not_a_request", Text("报告不需批复，请登记已阅。"), cite("EBL 23(1)"))


def is_a_report(submission: Submission, attempt: Attempt) -> Obstacle | None:
    """EBL 23(1): noted is what was reported."""
    if not submission.kind.is_request:
        return None
    return Obstacle("not_a_report", Text("请示须作出批复，不能只登记已阅。"), cite("EBL 23(1)", "EBL 26"))


def somebody_is_in_office(submission: Submission, attempt: Attempt) -> Obstacle | None:
    """EBL 23: requests and reports come from an administrator in office."""
    if contents_of(attempt).appointment() is not None:
        return None
    return Obstacle("nobody_in_office", Text("本案目前没有履职的管理人。"), cite("EBL 13", "EBL 23(1)"))
