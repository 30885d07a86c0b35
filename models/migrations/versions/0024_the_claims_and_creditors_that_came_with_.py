"""The claims and creditors that came with a table: a claim names its row, a new creditor his table."""

import sqlalchemy as sa
from alembic import op

revision = '0024'
down_revision = '0023'
branch_labels = None
depends_on = None

CLAIMS = sa.table("claims", *(sa.column(name) for name in ("id", "party_id", "import_row_id")))
PARTIES = sa.table("parties", sa.column("id"), sa.column("import_id"))
IMPORTS = sa.table("claim_imports", sa.column("id"), sa.column("imported_until"))
ROWS = sa.table(
    "claim_import_rows",
    *(sa.column(name) for name in ("id", "import_id", "number", "claim_id")),
    sa.column("new_party", sa.Boolean),
)


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table('claim_imports', schema=None) as batch_op:
        batch_op.add_column(sa.Column('imported_until', sa.Integer(), server_default='0', nullable=False))

    with op.batch_alter_table('claims', schema=None) as batch_op:
        batch_op.add_column(sa.Column('import_row_id', sa.Integer(), nullable=True))

    with op.batch_alter_table('parties', schema=None) as batch_op:
        batch_op.add_column(sa.Column('import_id', sa.Integer(), nullable=True))

    name_rows_and_tables()

    with op.batch_alter_table('claims', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_claims_import_row_id'), ['import_row_id'], unique=True)
        batch_op.create_foreign_key(
            batch_op.f('fk_claims_import_row_id_claim_import_rows'), 'claim_import_rows', ['import_row_id'], ['id']
        )

    with op.batch_alter_table('parties', schema=None) as batch_op:
        batch_op.create_foreign_key(
            batch_op.f('fk_parties_import_id_claim_imports'), 'claim_imports', ['import_id'], ['id']
        )

    with op.batch_alter_table('claim_import_rows', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_claim_import_rows_claim_id'))
        batch_op.drop_constraint(batch_op.f('fk_claim_import_rows_claim_id_claims'), type_='foreignkey')
        batch_op.drop_column('claim_id')
        batch_op.drop_column('new_party')


def name_rows_and_tables() -> None:
    """Write down, with claims and creditors, what until now stood with the rows."""
    row = sa.select(ROWS.c.id).where(ROWS.c.claim_id == CLAIMS.c.id).scalar_subquery()
    op.execute(CLAIMS.update().values(import_row_id=row))
    came = (
        sa.select(sa.func.min(ROWS.c.import_id))
        .select_from(ROWS.join(CLAIMS, CLAIMS.c.id == ROWS.c.claim_id))
        .where(ROWS.c.new_party, CLAIMS.c.party_id == PARTIES.c.id)
        .scalar_subquery()
    )
    op.execute(PARTIES.update().values(import_id=came))
    of_table = (ROWS.c.import_id == IMPORTS.c.id) & ROWS.c.claim_id.is_not(None)
    last = sa.select(sa.func.coalesce(sa.func.max(ROWS.c.number), 0)).where(of_table).scalar_subquery()
    op.execute(IMPORTS.update().values(imported_until=last))


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table('claim_import_rows', schema=None) as batch_op:
        batch_op.add_column(sa.Column('new_party', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('claim_id', sa.Integer(), nullable=True))

    claim = sa.select(CLAIMS.c.id).where(CLAIMS.c.import_row_id == ROWS.c.id).scalar_subquery()
    op.execute(ROWS.update().values(claim_id=claim))
    came = (
        sa.select(CLAIMS.c.id)
        .join(PARTIES, PARTIES.c.id == CLAIMS.c.party_id)
        .where(CLAIMS.c.id == ROWS.c.claim_id, PARTIES.c.import_id == ROWS.c.import_id)
    )
    op.execute(ROWS.update().values(new_party=came.exists()))

    with op.batch_alter_table('claim_import_rows', schema=None) as batch_op:
        batch_op.alter_column('new_party', server_default=None)
        batch_op.create_foreign_key(
            batch_op.f('fk_claim_import_rows_claim_id_claims'), 'claims', ['claim_id'], ['id']
        )
        batch_op.create_index(batch_op.f('ix_claim_import_rows_claim_id'), ['claim_id'], unique=False)

    with op.batch_alter_table('parties', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_parties_import_id_claim_imports'), type_='foreignkey')
        batch_op.drop_column('import_id')

    with op.batch_alter_table('claims', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_claims_import_row_id_claim_import_rows'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_claims_import_row_id'))
        batch_op.drop_column('import_row_id')

    with op.batch_alter_table('claim_imports', schema=None) as batch_op:
        batch_op.drop_column('imported_until')
