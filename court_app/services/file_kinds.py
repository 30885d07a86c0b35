"""What a file is that should have been a table, so that its sender is told so and not about its columns."""

from workflows.text import Text

MARKS: tuple[tuple[bytes, Text], ...] = (
    (b"%PDF", Text("PDF 文件")),
    (b"\xd0\xcf\x11\xe0", Text("旧版 Office 文件（.xls 或者 .doc）")),
    (b"\x89PNG", Text("图片")),
    (b"\xff\xd8\xff", Text("图片")),
    (b"GIF8", Text("图片")),
    (b"PK", Text("压缩包")),
    (b"Rar!", Text("压缩包")),
    (b"7z\xbc\xaf", Text("压缩包")),
    (b"\x1f\x8b", Text("压缩包")),
    (b"\xff\xfe", Text("UTF-16 编码的文本")),
    (b"\xfe\xff", Text("UTF-16 编码的文本")),
    (b"{\\rtf", Text("RTF 文档")),
    (b"<", Text("网页或者 XML 文件")),
    (b"{", Text("JSON 文件")),
    (b"[", Text("JSON 文件")),
)
"""How kinds of files begin."""
LOOKED_AT = 4096


def other_kind(content: bytes) -> Text | None:
    """What a file is that is no table of text; None if it may be one."""
    begins = content[:LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    for mark, kind in MARKS:
        if begins.startswith(mark):
            return kind
    return Text("二进制文件") if b"\x00" in content[:LOOKED_AT] else None
