"""PAdES signatures, invisible, over the final bytes; with a test certificate until a court has its own.

The statutory electronic seal (GB/T 38540, SM2 on OFD) is another thing; this is the portable part of it.
"""

import io
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

AUTHORITY, SUBJECT = "破局测试根证书（不具法律效力）", "破局测试签名（不具法律效力）"
BEGINS, LASTS = datetime(2026, 1, 1, tzinfo=UTC), timedelta(days=3650)
KEY, CERTIFICATE, ROOT = "test-key.pem", "test-certificate.pem", "test-authority.pem"
FOLDER = "test-signer"
PEM = serialization.Encoding.PEM


@dataclass(frozen=True, slots=True)
class Credentials:
    """Key and certificate of a signer and the certificate of the authority behind it, as files."""

    key: Path
    certificate: Path
    authority: Path

    def signer(self) -> Any:
        """Load them for signing.

        Raises:
            RuntimeError: if they cannot be read.
        """
        return loaded(self)

    def root(self) -> Any:
        """The certificate that a signature is trusted by."""
        load: Any = load_cert_from_pemder
        return load(str(self.authority))


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """What checking a signature found.

    `intact`: the signed bytes have not changed; `valid`: intact, mathematically right, by a certificate that
    is trusted, and nothing was added to the file afterwards.
    """

    valid: bool
    intact: bool
    signer: str = ""
    signed_at: datetime | None = None


@lru_cache(maxsize=8)
def loaded(credentials: Credentials) -> Any:
    """A signer, read from its files once a process."""
    load: Any = signers.SimpleSigner.load
    signer = load(
        str(credentials.key), str(credentials.certificate), ca_chain_files=[str(credentials.authority)]
    )
    if signer is None:
        raise RuntimeError(f"cannot load {credentials.key} and {credentials.certificate}")
    return signer


def test_credentials(directory: Path) -> Credentials:
    """The installation's test authority and signer, made once in a folder."""
    return credentials_made_once(directory, SUBJECT)


def credentials_made_once(directory: Path, subject: str) -> Credentials:
    """A self-made test authority and a signer below it, made once in a folder; `subject` names the signer.

    Several processes may ask at the same time: the three files appear together or not at all, and whoever
    comes second takes what is there. The key is readable by its owner alone.
    """
    folder = directory / FOLDER
    kept = Credentials(folder / KEY, folder / CERTIFICATE, folder / ROOT)
    if folder.exists():
        return kept
    directory.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=directory) as unfinished:
        made = Path(unfinished) / FOLDER
        made.mkdir(mode=0o700)
        make_credentials(made, subject)
        try:
            made.rename(folder)
        except OSError:
            if not folder.exists():
                raise
    return kept


test_credentials.__test__ = False  # type: ignore[attr-defined]


def make_credentials(folder: Path, subject: str) -> None:
    """Write a new authority's certificate and a signer's key and certificate."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = certificate_of(AUTHORITY, root_key, AUTHORITY, root_key, is_authority=True)
    leaf = certificate_of(subject, key, AUTHORITY, root_key, is_authority=False)
    (folder / KEY).touch(mode=0o600)
    (folder / KEY).write_bytes(
        key.private_bytes(PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    (folder / CERTIFICATE).write_bytes(leaf.public_bytes(PEM))
    (folder / ROOT).write_bytes(root.public_bytes(PEM))


def certificate_of(
    subject: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: str,
    issuer_key: ec.EllipticCurvePrivateKey,
    *,
    is_authority: bool,
) -> x509.Certificate:
    """A certificate for `subject`, signed by `issuer`: an authority's for certificates, else for papers."""
    usage = x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(BEGINS)
        .not_valid_after(BEGINS + LASTS)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(issuer_key, hashes.SHA256())
    )


class QuietWriter(IncrementalPdfFileWriter):
    """Leaves the metadata alone: rewriting it breaks the PDF/UA extension schema."""

    def _update_meta(self) -> None:
        return


class DatedSigner(signers.PdfSigner):
    """Signs at the moment it is told, not at the one the machine's clock shows."""

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
        """Begin to sign."""
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self.now
        return session


def sign(pdf: bytes, credentials: Credentials, *, now: datetime, reason: str, name: str) -> bytes:
    """Sign a PDF invisibly at `now`; any later change shows."""
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
    signer = DatedSigner(meta, signer=credentials.signer(), new_field_spec=field, now=now)
    signer.sign_pdf(QuietWriter(io.BytesIO(pdf)), output=out)
    return out.getvalue()


def check_signature(pdf: bytes, credentials: Credentials | None = None) -> SignatureReport:
    """Check the signature of a PDF against the authority of `credentials`.

    Without credentials the certificate inside the file is taken at its word: that shows whether the bytes
    are as they were signed, not by whom.
    """
    reader = PdfFileReader(io.BytesIO(pdf))
    if not reader.embedded_signatures:
        return SignatureReport(valid=False, intact=False)
    signature = reader.embedded_signatures[0]
    trusted = credentials.root() if credentials else signature.signer_cert
    status = validate_pdf_signature(signature, ValidationContext(trust_roots=[trusted]))
    return SignatureReport(
        valid=bool(status.bottom_line),
        intact=bool(status.intact and status.valid),
        signer=str(status.signing_cert.subject.native.get("common_name", "")),
        signed_at=status.signer_reported_dt,
    )
