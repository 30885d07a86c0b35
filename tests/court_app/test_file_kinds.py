"""A file that is no table is told so by its kind, not by its columns."""

from datetime import date

import pytest

from court_app.errors import BadInput
from court_app.services.claims.claim_table import CLAIMS
from court_app.services.sheets import Days, read_sheet

DAYS = Days(date(2026, 3, 2), date(2026, 9, 20))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Office"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"\xff\xfea\x00,\x00", "UTF-16"),
        (b"<html><body></body></html>", "网页"),
        (b'\xef\xbb\xbf{"claims": []}', "JSON"),
        (b"a\x00b", "二进制"),
        (b"PK\x05\x06" + b"\x00" * 18, "压缩包"),
        (b"PK\x03\x04 and nothing else", "XLSX"),
    ],
)
def test_what_a_file_is_instead_of_a_table_is_said(content: bytes, kind: str) -> None:
    with pytest.raises(BadInput) as refusal:
        list(read_sheet(content, DAYS, CLAIMS))

    [why] = refusal.value.fields["file"]
    assert kind in str(why)
    assert "列名" not in str(why)
    assert "另存为 XLSX 或者 CSV" in str(why)


def test_a_table_with_other_columns_is_still_told_about_its_columns() -> None:
    with pytest.raises(BadInput) as refusal:
        list(read_sheet("姓名,金额\n甲,1\n".encode(), DAYS, CLAIMS))

    assert "第一行须为列名" in str(refusal.value.fields["file"][0])
