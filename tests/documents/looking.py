"""Papers as a test looks at them: pages, text, pixels, conformance."""

import io
from importlib.metadata import version

import page
import pypdfium2
from PIL import Image

from documents.drafting import default_blocks, sample_facts
from documents.rendering import Look, render_pdf
from models.vocabulary import DocumentKind

SEALED = Look(
    sealed=True,
    seal_text="测试专用章",
    verification_code="ABCD-EFGH-IJKL-MNOP",
    verify_address="https://court.example",
)
DRAWN_BY = ("weasyprint", "pydyf", "fonttools", "pypdfium2", "pillow", "segno")


def sample(kind: DocumentKind, look: Look = SEALED) -> bytes:
    facts = sample_facts(kind)
    return render_pdf(kind, facts, default_blocks(kind, facts), look)


def page_count(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))


def text_of(pdf: bytes) -> str:
    """The text a reader extracts, without spaces and line ends."""
    pages = pypdfium2.PdfDocument(pdf)
    return "".join("".join(sheet.get_textpage().get_text_range().split()) for sheet in pages)


def picture(pdf: bytes, number: int, scale: float = 1.0) -> Image.Image:
    return pypdfium2.PdfDocument(pdf)[number].render(scale=scale).to_pil().convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ by more than a shade."""
    if one.size != other.size:
        return 1.0
    pairs = zip(one.convert("L").tobytes(), other.convert("L").tobytes(), strict=True)
    return sum(abs(a - b) > 64 for a, b in pairs) / (one.width * one.height)


def drawn_by() -> str:
    """What a picture depends on besides our own files."""
    return ", ".join(f"{name} {version(name)}" for name in DRAWN_BY)


def faults(pdf: bytes, profile: str) -> list[str]:
    """What a validator finds wrong: "3a" is PDF/A-3a, "ua1" is PDF/UA-1."""
    report = page.validate_pdf_bytes(pdf, profile=profile)
    return [] if report.is_compliant else str(report).splitlines()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")
