"""破: what the administrator shows the employees and asks of the court (forms M-27, M-30, M-46)."""

from models.vocabulary import DocumentKind, LegalActor, RecipientKind
from workflows.guards import after_the_end
from workflows.guards import employee_claims as employees
from workflows.guards import liquidation as guards
from workflows.law.citations import cite
from workflows.payloads.base import WithRemark
from workflows.payloads.employees import EmployeeClaimsPublicised
from workflows.payloads.requests import SupplementAsked
from workflows.procedures.liquidation_terms import RUNNING, WITH_ADMINISTRATOR, S
from workflows.text import Text
from workflows.transition import Issues, Serves, Transition

K, R = DocumentKind, RecipientKind

REQUEST_ROWS = (
    Transition(
        name="publicise_employee_claims",
        label=Text("公示职工债权清单"),
        sources=RUNNING,
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 48(2)"),
        payload=EmployeeClaimsPublicised,
        guards=(employees.some_employees_are_listed,),
        documents=(Issues(kind=K.EMPLOYEE_CLAIMS_LIST),),
        serves=(Serves(document=K.EMPLOYEE_CLAIMS_LIST, on=R.EMPLOYEES),),
        note=Text("列入全部职工债权；更正以后可以再次公示。"),
    ),
    Transition(
        name="request_confirmation",
        label=Text("管理人提请裁定确认无异议债权"),
        sources=RUNNING,
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 58(2)"),
        payload=WithRemark,
        guards=(guards.some_claims_are_verified,),
        documents=(Issues(kind=K.CONFIRMATION_REQUEST),),
        serves=(Serves(document=K.CONFIRMATION_REQUEST, on=R.COURT),),
        note=Text("列入经债权人会议核查、没有异议的全部债权；补充确认的另行提请。"),
    ),
    Transition(
        name="request_supplement",
        label=Text("管理人申请追加分配"),
        sources=(S.LQ_TERMINATED, S.LQ_DEREGISTERED),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 123(1)", "EBL 123(2)"),
        payload=SupplementAsked,
        guards=(
            after_the_end.ground_allows_supplement,
            after_the_end.administrator_is_in_office,
            after_the_end.two_years_have_not_passed,
        ),
        documents=(Issues(kind=K.SUPPLEMENT_REQUEST),),
        serves=(Serves(document=K.SUPPLEMENT_REQUEST, on=R.COURT),),
        note=Text("财产数量不足以支付分配费用的，不再追加分配，由人民法院将其上交国库。"),
    ),
)
