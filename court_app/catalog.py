"""The English catalog: every sentence for people is read out of the code, and its translation kept.

`script/translate` brings the catalog up to date; a test fails on a text that is missing, empty or fuzzy.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from documents.kinds import form_of
from models.vocabulary import DocumentKind

ROOT = Path(__file__).parent.parent
PACKAGES = ("models", "workflows", "documents", "court_app")
KEYWORDS: dict[str, None] = dict.fromkeys(("Text", "N_", "_", "gettext"))
METHODS = [("**.py", "python"), ("**/web/templates/**.html", "jinja2")]
OPTIONS = {"**/web/templates/**.html": {"trimmed": "true"}}
ENGLISH = ROOT / "court_app/translations/en/LC_MESSAGES/messages.po"


def sentences() -> Catalog:
    """Every sentence that is marked in the code."""
    found = Catalog()
    for package in PACKAGES:
        for _file, _line, message, _comments, _context in extract_from_dir(
            ROOT / package, method_map=METHODS, options_map=OPTIONS, keywords=KEYWORDS
        ):
            if message:
                found.add(message)
    for kind in DocumentKind:
        for block in form_of(kind).blocks:
            found.add(block.label)
    return found


def english() -> Catalog:
    """The catalog as it is kept."""
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def update() -> list[str]:
    """Bring the catalog up to date and compile it; returns what has no English yet."""
    kept, wanted = english(), sentences()
    made = Catalog(locale="en", fuzzy=False)
    for message in wanted:
        known = kept.get(message.id) if message.id else None
        if message.id:
            made.add(message.id, known.string if known else "")
    written = BytesIO()
    write_po(written, made, width=0, omit_header=True, sort_output=True)
    ENGLISH.write_bytes(HEADER + written.getvalue())
    compile_english()
    return [str(message.id) for message in made if message.id and not message.string]


HEADER = (
    b'msgid ""\nmsgstr ""\n"Language: en\\n"\n"MIME-Version: 1.0\\n"\n'
    b'"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
)


def compile_english() -> None:
    """Write the file that the application reads."""
    with ENGLISH.with_suffix(".mo").open("wb") as file:
        write_mo(file, english())


if __name__ == "__main__":
    missing = update()
    if missing:
        raise SystemExit("no English yet in court_app/translations:\n" + "\n".join(missing))
