"""Who signs a paper: the administrator by his organisation's certificate, the court by the installation's."""

from dataclasses import replace
from pathlib import Path

import pytest

from court_app.services.casework.proving import Proof, proof_of
from court_app.services.papers.mill import Mill
from documents.keystores import keystore_of
from models import Document
from models.vocabulary import DocumentKind
from tests.liquidation.playing import JUDGE, REASON, Liquidation
from tests.liquidation.test_administrator_papers import paper_in, through_all_hands
from tests.liquidation.test_retrievals import claimed

K = DocumentKind
FIRM = "江澜衡正会计师事务所"


@pytest.fixture
def signing(met: Liquidation, tmp_path: Path) -> Liquidation:
    """A case whose mill prints and signs, with a keystore for every organisation."""
    bench = met.play.bench
    mill = Mill(
        bench.mill.store,
        bench.mill.credentials,
        bench.mill.verify_address,
        keystores=tmp_path / "keystores",
    )
    met.play.bench = replace(bench, mill=mill)
    return met


def refused_owner(case: Liquidation) -> Document:
    """An answer to an owner goes out; returns it."""
    case.move("retrievals", claimed(case), "refuse_retrieval", **REASON)
    through_all_hands(case, paper_in(case, K.RETRIEVAL_ANSWER))
    return paper_in(case, K.RETRIEVAL_ANSWER)


def proof(case: Liquidation, paper: Document) -> Proof:
    """What the public is told of a paper."""
    with case.play.bench.reading() as session:
        return proof_of(case.play.occasion(session, JUDGE), paper.verification_code or "")


def test_an_administrators_paper_is_signed_by_his_own_organisation(signing: Liquidation) -> None:
    paper = refused_owner(signing)

    told = proof(signing, paper)

    assert (told.signer, told.intact) == (f"{FIRM}（测试证书）", True)
    assert "key" not in paper.flags


def test_a_paper_of_the_court_is_signed_by_the_installation(signing: Liquidation) -> None:
    signing.step("fix_provisional_amounts", JUDGE, reason="管理人已经审查。")
    signing.issue(K.PROVISIONAL_AMOUNT_DECISION)
    paper = paper_in(signing, K.PROVISIONAL_AMOUNT_DECISION)

    told = proof(signing, paper)

    assert (told.signer, told.intact) == ("破局测试签名（不具法律效力）", True)
    assert "signer" not in paper.flags


def test_a_paper_that_was_signed_for_the_administrator_before_is_still_proved(signing: Liquidation) -> None:
    mill = signing.play.bench.mill
    signing.play.bench = replace(signing.play.bench, mill=replace(mill, keystores=None))
    paper = refused_owner(signing)

    signing.play.bench = replace(signing.play.bench, mill=mill)

    assert proof(signing, paper).intact


def test_the_signature_of_another_organisation_does_not_pass(signing: Liquidation) -> None:
    paper = refused_owner(signing)
    with signing.play.bench.writing() as session, session.begin():
        kept = session.get_one(Document, paper.id)
        kept.flags = {**kept.flags, "signer": "江澜正序律师事务所"}

    assert not proof(signing, paper).intact


def test_the_key_lies_with_its_organisation_and_not_in_the_database(signing: Liquidation) -> None:
    refused_owner(signing)

    keystores = signing.play.bench.mill.keystores
    assert keystores is not None
    key = keystore_of(keystores, FIRM).key.read_bytes()
    for store in signing.play.bench.settings.data_dir.glob("*.db*"):
        assert key not in store.read_bytes()
