"""the first tables."""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "calendar_days",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column(
            "kind", sa.Enum("WORKING", "REST", name="daykind", native_enum=False, length=60), nullable=False
        ),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_days")),
        sa.UniqueConstraint("on", name=op.f("uq_calendar_days_on")),
    )
    op.create_table(
        "chain_heads",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("prev_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", models.base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chain_heads")),
        sa.UniqueConstraint("on", name=op.f("uq_chain_heads_on")),
    )
    op.create_table(
        "courts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "SUPREME", "HIGH", "INTERMEDIATE", "BASIC", name="courtlevel", native_enum=False, length=60
            ),
            nullable=False,
        ),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=64), nullable=False),
        sa.Column("superior_id", sa.Integer(), nullable=True),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["superior_id"], ["courts.id"], name=op.f("fk_courts_superior_id_courts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_courts")),
        sa.UniqueConstraint("code", name=op.f("uq_courts_code")),
    )
    op.create_table(
        "failed_sign_ins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(length=64), nullable=False),
        sa.Column("at", models.base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_failed_sign_ins")),
    )
    with op.batch_alter_table("failed_sign_ins", schema=None) as batch_op:
        batch_op.create_index("ix_failed_sign_ins_username_at", ["username", "at"], unique=False)

    op.create_table(
        "idempotent_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("request_hash", sa.String(length=64), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("made_at", models.base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idempotent_answers")),
        sa.UniqueConstraint("user_id", "key", name=op.f("uq_idempotent_answers_user_id")),
    )
    op.create_table(
        "jobs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("run_after", models.base.Moment(timezone=True), nullable=False),
        sa.Column("leased_until", models.base.Moment(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("done_at", models.base.Moment(timezone=True), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.Column("created_at", models.base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
        sa.UniqueConstraint("key", name=op.f("uq_jobs_key")),
    )
    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.create_index("ix_jobs_open", ["done_at", "run_after"], unique=False)

    op.create_table(
        "cases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("court_id", sa.Integer(), nullable=False),
        sa.Column(
            "case_type",
            sa.Enum("BK_APPLICATION", "BK_APPEAL", "BK_CASE", name="casetype", native_enum=False, length=60),
            nullable=False,
        ),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column(
            "procedure_type",
            sa.Enum(
                "LIQUIDATION",
                "REORGANIZATION",
                "COMPOSITION",
                name="proceduretype",
                native_enum=False,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column(
            "source",
            sa.Enum("PETITION", "EXEC", "ESCALATION", name="casesource", native_enum=False, length=60),
            nullable=False,
        ),
        sa.Column(
            "applicant_kind",
            sa.Enum(
                "DEBTOR",
                "CREDITOR",
                "LIQUIDATOR",
                "REGULATOR",
                "EXEC_COURT",
                name="applicantkind",
                native_enum=False,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("last_effective_on", sa.Date(), nullable=False),
        sa.Column("law_version", sa.String(length=64), nullable=False),
        sa.Column("created_at", models.base.Moment(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["court_id"], ["courts.id"], name=op.f("fk_cases_court_id_courts")),
        sa.ForeignKeyConstraint(["parent_id"], ["cases.id"], name=op.f("fk_cases_parent_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sa.UniqueConstraint("court_id", "case_type", "year", "serial", name=op.f("uq_cases_court_id")),
        sa.UniqueConstraint("number", name=op.f("uq_cases_number")),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index("ix_cases_court_open", ["court_id", "closed_on", "received_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "number_series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("court_id", sa.Integer(), nullable=False),
        sa.Column(
            "case_type",
            sa.Enum("BK_APPLICATION", "BK_APPEAL", "BK_CASE", name="casetype", native_enum=False, length=60),
            nullable=False,
        ),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["court_id"], ["courts.id"], name=op.f("fk_number_series_court_id_courts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number_series")),
        sa.UniqueConstraint("court_id", "case_type", "year", name=op.f("uq_number_series_court_id")),
    )
    op.create_table(
        "users",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("court_id", sa.Integer(), nullable=True),
        sa.Column("role_names", sa.JSON(), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=64), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", models.base.Moment(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["court_id"], ["courts.id"], name=op.f("fk_users_court_id_courts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("username", name=op.f("uq_users_username")),
    )
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_users_court_id"), ["court_id"], unique=False)

    op.create_table(
        "case_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("machine", sa.String(length=64), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=True),
        sa.Column("step", sa.String(length=64), nullable=False),
        sa.Column("source_state", sa.String(length=64), nullable=False),
        sa.Column("target_state", sa.String(length=64), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("actor_name", sa.String(length=200), nullable=False),
        sa.Column(
            "actor_role",
            sa.Enum(
                "FILING_OFFICER",
                "JUDGE",
                "ASSISTANT",
                "CLERK",
                "DIVISION_HEAD",
                "PRESIDENT",
                "SEAL_KEEPER",
                "ADMINISTRATOR",
                "AUDITOR",
                "SYSTEM_ADMIN",
                "SYSTEM",
                name="role",
                native_enum=False,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("recorded_at", models.base.Moment(timezone=True), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("law_version", sa.String(length=64), nullable=False),
        sa.Column("prev_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["users.id"], name=op.f("fk_case_events_actor_id_users")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_events_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_events")),
        sa.UniqueConstraint("case_id", "position", name=op.f("uq_case_events_case_id")),
    )
    with op.batch_alter_table("case_events", schema=None) as batch_op:
        batch_op.create_index("ix_case_events_subject", ["machine", "subject_id"], unique=False)

    op.create_table(
        "case_members",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "PRESIDING_JUDGE",
                "JUDGE_IN_CHARGE",
                "PANEL_MEMBER",
                "ASSISTANT",
                "CLERK",
                name="teamrole",
                native_enum=False,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_members_case_id_cases")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_case_members_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_members")),
    )
    with op.batch_alter_table("case_members", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_members_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_case_members_user", ["user_id", "until_on"], unique=False)

    op.create_table(
        "filing_drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("updated_at", models.base.Moment(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_filing_drafts_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filing_drafts")),
    )
    with op.batch_alter_table("filing_drafts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_filing_drafts_user_id"), ["user_id"], unique=False)

    op.create_table(
        "parties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "APPLICANT",
                "DEBTOR",
                "CREDITOR",
                "ADMINISTRATOR",
                "INTERESTED",
                "AUTHORITY",
                "REGISTRY",
                name="partyrole",
                native_enum=False,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "ENTERPRISE",
                "ORGANISATION",
                "PERSON",
                "AUTHORITY",
                name="partykind",
                native_enum=False,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_keys", sa.String(length=200), nullable=False),
        sa.Column("short_name", sa.String(length=200), nullable=False),
        sa.Column("credit_code", sa.String(length=64), nullable=False),
        sa.Column("id_number", sa.String(length=64), nullable=False),
        sa.Column("domicile", sa.String(length=200), nullable=False),
        sa.Column("legal_representative", sa.String(length=200), nullable=False),
        sa.Column("representative_title", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=64), nullable=False),
        sa.Column("service_address", sa.String(length=200), nullable=False),
        sa.Column("service_postcode", sa.String(length=64), nullable=False),
        sa.Column("electronic_address", sa.String(length=200), nullable=False),
        sa.Column("consents_to_electronic", sa.Boolean(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("claim_fen", sa.BigInteger(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_parties_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties")),
    )
    with op.batch_alter_table("parties", schema=None) as batch_op:
        batch_op.create_index("ix_parties_case_role", ["case_id", "role"], unique=False)
        batch_op.create_index(batch_op.f("ix_parties_credit_code"), ["credit_code"], unique=False)
        batch_op.create_index(batch_op.f("ix_parties_name"), ["name"], unique=False)

    op.create_table(
        "petitions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("facts_and_reasons", sa.Text(), nullable=False),
        sa.Column("other_matters", sa.Text(), nullable=False),
        sa.Column("grounds", sa.JSON(), nullable=False),
        sa.Column("claim_fen", sa.BigInteger(), nullable=False),
        sa.Column("claim_basis", sa.Text(), nullable=False),
        sa.Column("assets_fen", sa.BigInteger(), nullable=True),
        sa.Column("debts_fen", sa.BigInteger(), nullable=True),
        sa.Column("registered_capital_fen", sa.BigInteger(), nullable=True),
        sa.Column("established_on", sa.Date(), nullable=True),
        sa.Column("registration_authority", sa.String(length=200), nullable=False),
        sa.Column("business_scope", sa.Text(), nullable=False),
        sa.Column("employees", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_petitions_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_petitions")),
        sa.UniqueConstraint("case_id", name=op.f("uq_petitions_case_id")),
    )
    op.create_table(
        "print_batches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("delivery_ids", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("made_at", models.base.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_print_batches_case_id_cases")),
        sa.ForeignKeyConstraint(["made_by_id"], ["users.id"], name=op.f("fk_print_batches_made_by_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_batches")),
    )
    with op.batch_alter_table("print_batches", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_print_batches_case_id"), ["case_id"], unique=False)

    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("quarter", models.base.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_readings_case_id_cases")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_readings_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
        sa.UniqueConstraint("case_id", "user_id", "quarter", name=op.f("uq_readings_case_id")),
    )
    op.create_table(
        "recusals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_recusals_case_id_cases")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_recusals_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recusals")),
        sa.UniqueConstraint("case_id", "user_id", name=op.f("uq_recusals_case_id")),
    )
    with op.batch_alter_table("recusals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recusals_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_recusals_user_id"), ["user_id"], unique=False)

    op.create_table(
        "sign_ins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("purpose", sa.String(length=64), nullable=False),
        sa.Column("label", sa.String(length=200), nullable=False),
        sa.Column("created_at", models.base.Moment(timezone=True), nullable=False),
        sa.Column("expires_at", models.base.Moment(timezone=True), nullable=False),
        sa.Column("revoked_at", models.base.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_sign_ins_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_ins")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_ins_token_hash")),
    )
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_ins_user_id"), ["user_id"], unique=False)

    op.create_table(
        "agents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("firm", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["parties.id"], name=op.f("fk_agents_party_id_parties")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agents")),
    )
    with op.batch_alter_table("agents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agents_party_id"), ["party_id"], unique=False)

    op.create_table(
        "checklist_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column(
            "readiness",
            sa.Enum(
                "PRESENT",
                "DEFECTIVE",
                "MISSING",
                "NOT_REQUIRED",
                name="readinessofitem",
                native_enum=False,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petitions.id"], name=op.f("fk_checklist_items_petition_id_petitions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist_items")),
        sa.UniqueConstraint("petition_id", "code", name=op.f("uq_checklist_items_petition_id")),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "PETITION_RECEIPT",
                "CORRECTION_NOTICE",
                "DEBTOR_NOTICE",
                "HEARING_NOTICE",
                "ACCEPTANCE_RULING",
                "NON_ACCEPTANCE_RULING",
                "WITHDRAWAL_RULING",
                "EXTENSION_REQUEST",
                "EXTENSION_APPROVAL",
                "TRANSFER_RULING",
                "ORDER_TO_EXAMINE",
                "APPEAL_DISMISSED_RULING",
                "APPEAL_REVERSAL_RULING",
                "APPEAL_WITHDRAWAL_RULING",
                "ADMINISTRATOR_DECISION",
                "ARTICLE_15_NOTICE",
                "DEBTOR_MATERIALS_NOTICE",
                "CREDITOR_NOTICE",
                "ACCEPTANCE_ANNOUNCEMENT",
                "SUSPEND_ENFORCEMENT_LETTER",
                "LIFT_PRESERVATION_LETTER",
                "CORRECTION_RULING",
                "DELIVERY_RECEIPT",
                "ADDRESS_CONFIRMATION",
                "ADDRESS_SHEET",
                "CASE_COVER",
                name="documentkind",
                native_enum=False,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("form_id", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("blocks", sa.JSON(), nullable=False),
        sa.Column("recipient_party_id", sa.Integer(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("approver_id", sa.Integer(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("copy_sha256", sa.String(length=64), nullable=True),
        sa.Column("verification_code", sa.String(length=32), nullable=True),
        sa.Column("issued_at", models.base.Moment(timezone=True), nullable=True),
        sa.Column("created_at", models.base.Moment(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["approver_id"], ["users.id"], name=op.f("fk_documents_approver_id_users")),
        sa.ForeignKeyConstraint(["author_id"], ["users.id"], name=op.f("fk_documents_author_id_users")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_documents_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["case_events.id"], name=op.f("fk_documents_event_id_case_events")
        ),
        sa.ForeignKeyConstraint(
            ["recipient_party_id"], ["parties.id"], name=op.f("fk_documents_recipient_party_id_parties")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("verification_code", name=op.f("uq_documents_verification_code")),
    )
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.create_index("ix_documents_case", ["case_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_sha256"), ["sha256"], unique=False)

    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column(
            "recipient_kind",
            sa.Enum(
                "APPLICANT",
                "DEBTOR",
                "DEBTOR_REPRESENTATIVE",
                "ADMINISTRATOR",
                "REGISTRY",
                "KNOWN_CREDITORS",
                "AUTHORITIES",
                "EXEC_COURT",
                "LOWER_COURT",
                "SUPERIOR_COURT",
                "COMPETENT_COURT",
                "PUBLIC",
                "FILE",
                name="recipientkind",
                native_enum=False,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("recipient_name", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column(
            "method",
            sa.Enum(
                "DIRECT",
                "LEAVE",
                "ELECTRONIC",
                "POST",
                "ENTRUSTED",
                "UNIT",
                "ANNOUNCEMENT",
                name="deliverymethod",
                native_enum=False,
                length=60,
            ),
            nullable=True,
        ),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("served_on", sa.Date(), nullable=True),
        sa.Column(
            "within",
            sa.Enum(
                "BA_TELL_SUPPLEMENT",
                "BA_CORRECTION",
                "BA_NOTIFY_DEBTOR",
                "BA_DEBTOR_OBJECTION",
                "BA_RULE_CREDITOR_APP",
                "BA_RULE_DIRECT",
                "BA_REVIEW_EXTENSION",
                "BA_EXEC_TRANSFER_REPLY",
                "BA_SERVE_ACCEPT_APPLICANT",
                "BA_SERVE_ACCEPT_DEBTOR",
                "BA_DEBTOR_DOCS",
                "BA_SERVE_REJECT",
                "BA_APPEAL_REJECT",
                "LQ_APPEAL_DISMISS",
                "APPEAL_FORWARD",
                "APPEAL_SERVE_COPY",
                "APPEAL_REPLY",
                "APPEAL_SERVE_REPLY",
                "APPEAL_SEND_FILE",
                "APPEAL_RULING",
                "ADM_APPOINT",
                "LQ_NOTIFY_PUBLISH",
                "CLAIM_WINDOW",
                "CLAIM_LATE",
                "FIRST_MEETING",
                "MEET_NOTICE",
                "MEET_CHAIR_REPORT",
                "MEET_RESULT_NOTICE",
                "MEET_REVOKE",
                "REVIEW_65_1",
                "REVIEW_65_2",
                "COMMITTEE_DISPUTE",
                "INFO_ACCESS",
                "DISPOSAL_REPORT",
                "CLAIM_SUIT",
                "RETRIEVAL_TIMELY",
                "CT_ELECT",
                "CT_REPLY",
                "SETOFF_OBJECT",
                "SETOFF_PRIOR_SUIT",
                "SETOFF_LOOKBACK",
                "SETOFF_CAUSE_YEAR",
                "AVOID_31",
                "AVOID_32",
                "VOID_33",
                "AVOID_ANCHOR_CL",
                "AVOID_ANCHOR_ADMIN",
                "LIMITATION_RESTART",
                "PRENOTICE_MORTGAGE",
                "CONSTRUCTION_PRIORITY",
                "T43_RULE",
                "DECL_SERVE",
                "DECL_NOTIFY",
                "RO_PLAN",
                "RO_PLAN_EXT",
                "RO_CONVENE_VOTE",
                "RO_APPLY_APPROVAL",
                "RO_RULE_APPROVAL",
                "RO_RULE_CRAMDOWN",
                "RO_SUPERVISION",
                "RO_EXECUTION",
                "REDUNDANCY_NOTICE",
                "REDUNDANCY_REHIRE",
                "UNCLAIMED_SHARE",
                "CONDITIONAL_SHARE",
                "T120_RULE",
                "DEREGISTER",
                "ADMIN_END",
                "LITIGATION_ESCROW",
                "SUPPLEMENTARY_DISTRIBUTION",
                "DIRECTOR_BAR",
                "ADM_EXPLAIN",
                "ADM_REPLACE_DECIDE",
                "ADM_HANDOVER",
                "FINE_RECONSIDER",
                "ADM_FINE_REVIEW",
                "ADM_CONFLICT",
                "ADM_DISCIPLINE",
                "ADM_SUSPENSION",
                "ROSTER_PUBLICITY",
                "REM_NOTIFY",
                "REM_CHANGE_NOTIFY",
                "REM_CHANGE_REPORT",
                "REM_PAY_DECIDE",
                "REM_OBJECTION_TELL",
                "REM_OBJECTION_REPLY",
                "REM_OBJECTION_DECIDE",
                "CL_EVENT_PUBLICITY",
                "CL_FORM_GROUP",
                "CL_GROUP_PUBLICITY",
                "CL_NOTIFY_CREDITORS",
                "CL_PUBLISH",
                "CL_CLAIM_NOTIFIED",
                "CL_CLAIM_PUBLISHED",
                "CL_FINISH",
                "CL_APPEAL",
                "CL_DEREGISTER",
                "REGISTRY_SIMPLE_DEREG",
                "REGISTRY_SIMPLE_DEREG_APPLY",
                "REGISTRY_FORCED_DEREG",
                "OBSTACLE_RELIEF",
                "SERVICE_BY_ANNOUNCEMENT",
                "CL_HEARING_NOTICE",
                "CL_SECOND_HEARING",
                "CL_OBJECTION",
                "CL_RULE",
                "CL_GROUP_CHALLENGE",
                "CL_EXTENSION_LEAD",
                "ET_RETURN",
                "ET_HANDOVER",
                "ET_SERVE_DECISION",
                "ET_SERVE_RULING",
                "ET_SUPPLEMENT",
                "DECLARE_RULING",
                "CONSOLIDATION_REVIEW",
                "PLAN_CHANGE",
                "SECURITY_RESTORE",
                "FAST_TRACK_CLOSE",
                "FAST_TRACK_NOTIFY",
                "FAST_TRACK_SURVEY",
                "FAST_TRACK_REPORT",
                "FAST_TRACK_TERMINATE",
                "ANNOUNCE_NO_OBJECTION",
                "TAX_PENALTY_DECISION",
                "HUBEI_TERMINATE",
                "HUBEI_PUBLISH",
                "PUDONG_SIMPLE",
                "PUDONG_SEARCH",
                "PUDONG_PRESERVE",
                "PUDONG_LIFT",
                "PUDONG_PROTECTION",
                "PRE_REORG",
                name="deadlinekind",
                native_enum=False,
                length=60,
            ),
            nullable=True,
        ),
        sa.Column(
            "starts",
            sa.Enum(
                "BA_TELL_SUPPLEMENT",
                "BA_CORRECTION",
                "BA_NOTIFY_DEBTOR",
                "BA_DEBTOR_OBJECTION",
                "BA_RULE_CREDITOR_APP",
                "BA_RULE_DIRECT",
                "BA_REVIEW_EXTENSION",
                "BA_EXEC_TRANSFER_REPLY",
                "BA_SERVE_ACCEPT_APPLICANT",
                "BA_SERVE_ACCEPT_DEBTOR",
                "BA_DEBTOR_DOCS",
                "BA_SERVE_REJECT",
                "BA_APPEAL_REJECT",
                "LQ_APPEAL_DISMISS",
                "APPEAL_FORWARD",
                "APPEAL_SERVE_COPY",
                "APPEAL_REPLY",
                "APPEAL_SERVE_REPLY",
                "APPEAL_SEND_FILE",
                "APPEAL_RULING",
                "ADM_APPOINT",
                "LQ_NOTIFY_PUBLISH",
                "CLAIM_WINDOW",
                "CLAIM_LATE",
                "FIRST_MEETING",
                "MEET_NOTICE",
                "MEET_CHAIR_REPORT",
                "MEET_RESULT_NOTICE",
                "MEET_REVOKE",
                "REVIEW_65_1",
                "REVIEW_65_2",
                "COMMITTEE_DISPUTE",
                "INFO_ACCESS",
                "DISPOSAL_REPORT",
                "CLAIM_SUIT",
                "RETRIEVAL_TIMELY",
                "CT_ELECT",
                "CT_REPLY",
                "SETOFF_OBJECT",
                "SETOFF_PRIOR_SUIT",
                "SETOFF_LOOKBACK",
                "SETOFF_CAUSE_YEAR",
                "AVOID_31",
                "AVOID_32",
                "VOID_33",
                "AVOID_ANCHOR_CL",
                "AVOID_ANCHOR_ADMIN",
                "LIMITATION_RESTART",
                "PRENOTICE_MORTGAGE",
                "CONSTRUCTION_PRIORITY",
                "T43_RULE",
                "DECL_SERVE",
                "DECL_NOTIFY",
                "RO_PLAN",
                "RO_PLAN_EXT",
                "RO_CONVENE_VOTE",
                "RO_APPLY_APPROVAL",
                "RO_RULE_APPROVAL",
                "RO_RULE_CRAMDOWN",
                "RO_SUPERVISION",
                "RO_EXECUTION",
                "REDUNDANCY_NOTICE",
                "REDUNDANCY_REHIRE",
                "UNCLAIMED_SHARE",
                "CONDITIONAL_SHARE",
                "T120_RULE",
                "DEREGISTER",
                "ADMIN_END",
                "LITIGATION_ESCROW",
                "SUPPLEMENTARY_DISTRIBUTION",
                "DIRECTOR_BAR",
                "ADM_EXPLAIN",
                "ADM_REPLACE_DECIDE",
                "ADM_HANDOVER",
                "FINE_RECONSIDER",
                "ADM_FINE_REVIEW",
                "ADM_CONFLICT",
                "ADM_DISCIPLINE",
                "ADM_SUSPENSION",
                "ROSTER_PUBLICITY",
                "REM_NOTIFY",
                "REM_CHANGE_NOTIFY",
                "REM_CHANGE_REPORT",
                "REM_PAY_DECIDE",
                "REM_OBJECTION_TELL",
                "REM_OBJECTION_REPLY",
                "REM_OBJECTION_DECIDE",
                "CL_EVENT_PUBLICITY",
                "CL_FORM_GROUP",
                "CL_GROUP_PUBLICITY",
                "CL_NOTIFY_CREDITORS",
                "CL_PUBLISH",
                "CL_CLAIM_NOTIFIED",
                "CL_CLAIM_PUBLISHED",
                "CL_FINISH",
                "CL_APPEAL",
                "CL_DEREGISTER",
                "REGISTRY_SIMPLE_DEREG",
                "REGISTRY_SIMPLE_DEREG_APPLY",
                "REGISTRY_FORCED_DEREG",
                "OBSTACLE_RELIEF",
                "SERVICE_BY_ANNOUNCEMENT",
                "CL_HEARING_NOTICE",
                "CL_SECOND_HEARING",
                "CL_OBJECTION",
                "CL_RULE",
                "CL_GROUP_CHALLENGE",
                "CL_EXTENSION_LEAD",
                "ET_RETURN",
                "ET_HANDOVER",
                "ET_SERVE_DECISION",
                "ET_SERVE_RULING",
                "ET_SUPPLEMENT",
                "DECLARE_RULING",
                "CONSOLIDATION_REVIEW",
                "PLAN_CHANGE",
                "SECURITY_RESTORE",
                "FAST_TRACK_CLOSE",
                "FAST_TRACK_NOTIFY",
                "FAST_TRACK_SURVEY",
                "FAST_TRACK_REPORT",
                "FAST_TRACK_TERMINATE",
                "ANNOUNCE_NO_OBJECTION",
                "TAX_PENALTY_DECISION",
                "HUBEI_TERMINATE",
                "HUBEI_PUBLISH",
                "PUDONG_SIMPLE",
                "PUDONG_SEARCH",
                "PUDONG_PRESERVE",
                "PUDONG_LIFT",
                "PUDONG_PROTECTION",
                "PRE_REORG",
                name="deadlinekind",
                native_enum=False,
                length=60,
            ),
            nullable=True,
        ),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("created_at", models.base.Moment(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_deliveries_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_deliveries_document_id_documents")
        ),
        sa.ForeignKeyConstraint(["party_id"], ["parties.id"], name=op.f("fk_deliveries_party_id_parties")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
    )
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.create_index("ix_deliveries_case_state", ["case_id", "state"], unique=False)
        batch_op.create_index("ix_deliveries_document", ["document_id"], unique=False)

    op.create_table(
        "document_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("blocks", sa.JSON(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("made_at", models.base.Moment(timezone=True), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["users.id"], name=op.f("fk_document_versions_author_id_users")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_document_versions_document_id_documents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_versions")),
        sa.UniqueConstraint("document_id", "number", name=op.f("uq_document_versions_document_id")),
    )
    op.create_table(
        "deadlines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "BA_TELL_SUPPLEMENT",
                "BA_CORRECTION",
                "BA_NOTIFY_DEBTOR",
                "BA_DEBTOR_OBJECTION",
                "BA_RULE_CREDITOR_APP",
                "BA_RULE_DIRECT",
                "BA_REVIEW_EXTENSION",
                "BA_EXEC_TRANSFER_REPLY",
                "BA_SERVE_ACCEPT_APPLICANT",
                "BA_SERVE_ACCEPT_DEBTOR",
                "BA_DEBTOR_DOCS",
                "BA_SERVE_REJECT",
                "BA_APPEAL_REJECT",
                "LQ_APPEAL_DISMISS",
                "APPEAL_FORWARD",
                "APPEAL_SERVE_COPY",
                "APPEAL_REPLY",
                "APPEAL_SERVE_REPLY",
                "APPEAL_SEND_FILE",
                "APPEAL_RULING",
                "ADM_APPOINT",
                "LQ_NOTIFY_PUBLISH",
                "CLAIM_WINDOW",
                "CLAIM_LATE",
                "FIRST_MEETING",
                "MEET_NOTICE",
                "MEET_CHAIR_REPORT",
                "MEET_RESULT_NOTICE",
                "MEET_REVOKE",
                "REVIEW_65_1",
                "REVIEW_65_2",
                "COMMITTEE_DISPUTE",
                "INFO_ACCESS",
                "DISPOSAL_REPORT",
                "CLAIM_SUIT",
                "RETRIEVAL_TIMELY",
                "CT_ELECT",
                "CT_REPLY",
                "SETOFF_OBJECT",
                "SETOFF_PRIOR_SUIT",
                "SETOFF_LOOKBACK",
                "SETOFF_CAUSE_YEAR",
                "AVOID_31",
                "AVOID_32",
                "VOID_33",
                "AVOID_ANCHOR_CL",
                "AVOID_ANCHOR_ADMIN",
                "LIMITATION_RESTART",
                "PRENOTICE_MORTGAGE",
                "CONSTRUCTION_PRIORITY",
                "T43_RULE",
                "DECL_SERVE",
                "DECL_NOTIFY",
                "RO_PLAN",
                "RO_PLAN_EXT",
                "RO_CONVENE_VOTE",
                "RO_APPLY_APPROVAL",
                "RO_RULE_APPROVAL",
                "RO_RULE_CRAMDOWN",
                "RO_SUPERVISION",
                "RO_EXECUTION",
                "REDUNDANCY_NOTICE",
                "REDUNDANCY_REHIRE",
                "UNCLAIMED_SHARE",
                "CONDITIONAL_SHARE",
                "T120_RULE",
                "DEREGISTER",
                "ADMIN_END",
                "LITIGATION_ESCROW",
                "SUPPLEMENTARY_DISTRIBUTION",
                "DIRECTOR_BAR",
                "ADM_EXPLAIN",
                "ADM_REPLACE_DECIDE",
                "ADM_HANDOVER",
                "FINE_RECONSIDER",
                "ADM_FINE_REVIEW",
                "ADM_CONFLICT",
                "ADM_DISCIPLINE",
                "ADM_SUSPENSION",
                "ROSTER_PUBLICITY",
                "REM_NOTIFY",
                "REM_CHANGE_NOTIFY",
                "REM_CHANGE_REPORT",
                "REM_PAY_DECIDE",
                "REM_OBJECTION_TELL",
                "REM_OBJECTION_REPLY",
                "REM_OBJECTION_DECIDE",
                "CL_EVENT_PUBLICITY",
                "CL_FORM_GROUP",
                "CL_GROUP_PUBLICITY",
                "CL_NOTIFY_CREDITORS",
                "CL_PUBLISH",
                "CL_CLAIM_NOTIFIED",
                "CL_CLAIM_PUBLISHED",
                "CL_FINISH",
                "CL_APPEAL",
                "CL_DEREGISTER",
                "REGISTRY_SIMPLE_DEREG",
                "REGISTRY_SIMPLE_DEREG_APPLY",
                "REGISTRY_FORCED_DEREG",
                "OBSTACLE_RELIEF",
                "SERVICE_BY_ANNOUNCEMENT",
                "CL_HEARING_NOTICE",
                "CL_SECOND_HEARING",
                "CL_OBJECTION",
                "CL_RULE",
                "CL_GROUP_CHALLENGE",
                "CL_EXTENSION_LEAD",
                "ET_RETURN",
                "ET_HANDOVER",
                "ET_SERVE_DECISION",
                "ET_SERVE_RULING",
                "ET_SUPPLEMENT",
                "DECLARE_RULING",
                "CONSOLIDATION_REVIEW",
                "PLAN_CHANGE",
                "SECURITY_RESTORE",
                "FAST_TRACK_CLOSE",
                "FAST_TRACK_NOTIFY",
                "FAST_TRACK_SURVEY",
                "FAST_TRACK_REPORT",
                "FAST_TRACK_TERMINATE",
                "ANNOUNCE_NO_OBJECTION",
                "TAX_PENALTY_DECISION",
                "HUBEI_TERMINATE",
                "HUBEI_PUBLISH",
                "PUDONG_SIMPLE",
                "PUDONG_SEARCH",
                "PUDONG_PRESERVE",
                "PUDONG_LIFT",
                "PUDONG_PROTECTION",
                "PRE_REORG",
                name="deadlinekind",
                native_enum=False,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column(
            "owed_by",
            sa.Enum(
                "COURT",
                "SUP_COURT",
                "EXEC_COURT",
                "APPLICANT",
                "DEBTOR",
                "CREDITOR",
                "ADMIN",
                "OTHER",
                "SYSTEM",
                name="legalactor",
                native_enum=False,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("trigger_on", sa.Date(), nullable=False),
        sa.Column("nominal_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("paused_since", sa.Date(), nullable=True),
        sa.Column("paused_days", sa.Integer(), nullable=False),
        sa.Column("extended_days", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "RUNNING",
                "PAUSED",
                "MET",
                "MET_LATE",
                "EXPIRED",
                "CANCELLED",
                name="deadlinestatus",
                native_enum=False,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("warned_at", models.base.Moment(timezone=True), nullable=True),
        sa.Column("working", sa.JSON(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("about", sa.String(length=200), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_deadlines_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["deliveries.id"], name=op.f("fk_deadlines_delivery_id_deliveries")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadlines")),
    )
    with op.batch_alter_table("deadlines", schema=None) as batch_op:
        batch_op.create_index("ix_deadlines_case", ["case_id", "status"], unique=False)
        batch_op.create_index("ix_deadlines_due", ["status", "due_on"], unique=False)

    op.create_table(
        "deadline_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("deadline_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "STARTED",
                "PAUSED",
                "RESUMED",
                "EXTENDED",
                "MET",
                "MET_LATE",
                "EXPIRED",
                "CANCELLED",
                "WARNED",
                "RECOMPUTED",
                name="deadlineentrykind",
                native_enum=False,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", models.base.Moment(timezone=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deadline_id"], ["deadlines.id"], name=op.f("fk_deadline_entries_deadline_id_deadlines")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["case_events.id"], name=op.f("fk_deadline_entries_event_id_case_events")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline_entries")),
    )
    with op.batch_alter_table("deadline_entries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deadline_entries_deadline_id"), ["deadline_id"], unique=False)


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("deadline_entries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_deadline_entries_deadline_id"))

    op.drop_table("deadline_entries")
    with op.batch_alter_table("deadlines", schema=None) as batch_op:
        batch_op.drop_index("ix_deadlines_due")
        batch_op.drop_index("ix_deadlines_case")

    op.drop_table("deadlines")
    op.drop_table("document_versions")
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.drop_index("ix_deliveries_document")
        batch_op.drop_index("ix_deliveries_case_state")

    op.drop_table("deliveries")
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_documents_sha256"))
        batch_op.drop_index("ix_documents_case")

    op.drop_table("documents")
    op.drop_table("checklist_items")
    with op.batch_alter_table("agents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agents_party_id"))

    op.drop_table("agents")
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_ins_user_id"))

    op.drop_table("sign_ins")
    with op.batch_alter_table("recusals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recusals_user_id"))
        batch_op.drop_index(batch_op.f("ix_recusals_case_id"))

    op.drop_table("recusals")
    op.drop_table("readings")
    with op.batch_alter_table("print_batches", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_print_batches_case_id"))

    op.drop_table("print_batches")
    op.drop_table("petitions")
    with op.batch_alter_table("parties", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_parties_name"))
        batch_op.drop_index(batch_op.f("ix_parties_credit_code"))
        batch_op.drop_index("ix_parties_case_role")

    op.drop_table("parties")
    with op.batch_alter_table("filing_drafts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_filing_drafts_user_id"))

    op.drop_table("filing_drafts")
    with op.batch_alter_table("case_members", schema=None) as batch_op:
        batch_op.drop_index("ix_case_members_user")
        batch_op.drop_index(batch_op.f("ix_case_members_case_id"))

    op.drop_table("case_members")
    with op.batch_alter_table("case_events", schema=None) as batch_op:
        batch_op.drop_index("ix_case_events_subject")

    op.drop_table("case_events")
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_users_court_id"))

    op.drop_table("users")
    op.drop_table("number_series")
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cases_parent_id"))
        batch_op.drop_index("ix_cases_court_open")

    op.drop_table("cases")
    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.drop_index("ix_jobs_open")

    op.drop_table("jobs")
    op.drop_table("idempotent_answers")
    with op.batch_alter_table("failed_sign_ins", schema=None) as batch_op:
        batch_op.drop_index("ix_failed_sign_ins_username_at")

    op.drop_table("failed_sign_ins")
    op.drop_table("courts")
    op.drop_table("chain_heads")
    op.drop_table("calendar_days")
