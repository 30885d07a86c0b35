"""PAdES signatures, invisible, over the final bytes; with a test certificate until a court has its own."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

SUBJECT = "破局测试签名（不具法律效力）"
YEARS = timedelta(days=3650)


@dataclass(frozen=True, slots=True)
class Credentials:
    """Key and certificate of a signer, as files."""

    key: Path
    certificate: Path

    def signer(self) -> Any:
        """Load them for signing.

        Raises:
            RuntimeError: if they cannot be read.
        """
        load: Any = signers.SimpleSigner.load
        loaded = load(str(self.key), str(self.certificate))
        if loaded is None:
            raise RuntimeError(f"cannot load {self.key} and {self.certificate}")
        return loaded


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """What checking a signature found."""

    intact: bool
    untouched: bool
    signer: str
    signed_at: datetime | None


def test_credentials(folder: Path) -> Credentials:
    """A self-made test certificate, made once in a folder; its key is readable by the owner alone."""
    kept = Credentials(folder / "test-key.pem", folder / "test-certificate.pem")
    if kept.key.exists() and kept.certificate.exists():
        return kept
    folder.mkdir(parents=True, exist_ok=True)
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, SUBJECT)])
    begins = datetime(2026, 1, 1, tzinfo=UTC)
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + YEARS)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    kept.key.touch(mode=0o600)
    kept.key.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    kept.certificate.write_bytes(certificate.public_bytes(pem))
    return kept


test_credentials.__test__ = False  # type: ignore[attr-defined]


class QuietWriter(IncrementalPdfFileWriter):
    """Leaves the metadata alone: rewriting it breaks the PDF/UA extension schema."""

    def _update_meta(self) -> None:
        return


def sign(pdf: bytes, credentials: Credentials, *, now: datetime, reason: str, name: str) -> bytes:
    """Sign a PDF invisibly; any later change shows."""
    settings: Any = fields.InvisSigSettings(box_out_of_bounds=True)
    field = fields.SigFieldSpec(
        "CourtSignature", readable_field_name="法院电子签名", invis_sig_settings=settings
    )
    meta = signers.PdfSignatureMetadata(
        field_name="CourtSignature",
        reason=reason,
        name=name,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
    )
    out = io.BytesIO()
    signers.PdfSigner(
        meta,
        signer=credentials.signer(),
        new_field_spec=field,
    ).sign_pdf(QuietWriter(io.BytesIO(pdf)), output=out)
    return out.getvalue()


def check_signature(pdf: bytes, credentials: Credentials) -> SignatureReport | None:
    """Check the signature of a PDF against a certificate; None if it bears none."""
    reader = PdfFileReader(io.BytesIO(pdf))
    if not reader.embedded_signatures:
        return None
    signature = reader.embedded_signatures[0]
    context = ValidationContext(trust_roots=[credentials.signer().signing_cert])
    status = validate_pdf_signature(signature, context)
    return SignatureReport(
        intact=bool(status.intact and status.valid),
        untouched=bool(status.bottom_line),
        signer=status.signing_cert.subject.native.get("common_name", ""),
        signed_at=status.signer_reported_dt,
    )
