"""Papers that are printed together."""

import io
from collections.abc import Iterable

import pikepdf


def merge(papers: Iterable[bytes]) -> bytes:
    """One PDF with the pages of all, in their order; the same papers give the same bytes."""
    with pikepdf.new() as together:
        for paper in papers:
            with pikepdf.open(io.BytesIO(paper)) as one:
                together.pages.extend(one.pages)
        out = io.BytesIO()
        together.save(out, deterministic_id=True)
        return out.getvalue()
