"""A warm ruling, from frozen facts to PDF/A-3a and PDF/UA-1, against bare WeasyPrint on the same HTML.

Printed as a ratio within one run: texts, font check, flush lines and finishing may cost 15 percent. Bare
means: the same page, style sheet, fonts and PDF/A variant, without our typography.
"""

import statistics
import time
from collections.abc import Callable

from weasyprint import HTML
from weasyprint.layout import inline

from documents import typography
from documents.drafting import default_blocks, sample_facts
from documents.rendering import FOLDER, AssetsOnly, Look, render_html, render_pdf, style
from models.vocabulary import DocumentKind

ROUNDS = 30
GOAL = 1.15
KIND = DocumentKind.ACCEPTANCE_RULING
LOOK = Look(
    sealed=True,
    seal_text="测试专用章",
    verification_code="AAAA-AAAA-AAAA-AAAA",
    verify_address="https://court.example",
)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that one run takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def ours() -> bytes:
    """The ruling as the court makes it."""
    facts = sample_facts(KIND)
    return render_pdf(KIND, facts, default_blocks(KIND, facts), LOOK)


def bare(html: str) -> bytes:
    """The same page by WeasyPrint alone."""
    sheet, fonts = style()
    inline.justify_line = typography.ORIGINAL_JUSTIFY
    inline.split_text_box = typography.ORIGINAL_SPLIT
    try:
        page = HTML(string=html, base_url=f"file://{FOLDER}/", url_fetcher=AssetsOnly())
        return bytes(page.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/a-3a"))
    finally:
        inline.justify_line = typography.justify_chinese
        inline.split_text_box = typography.split_on_the_grid


def main() -> None:
    """Run both in turn and print medians and ratio."""
    facts = sample_facts(KIND)
    html = render_html(KIND, facts, default_blocks(KIND, facts), LOOK)
    cold = timed(ours)
    bare(html)
    pairs = [(timed(ours), timed(lambda: bare(html))) for _ in range(ROUNDS)]
    court, floor = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"first ruling {cold:.0f} ms, warm {court:.1f} ms, bare WeasyPrint {floor:.1f} ms")
    print(f"ratio {court / floor:.2f} (goal {GOAL})")


if __name__ == "__main__":
    main()
