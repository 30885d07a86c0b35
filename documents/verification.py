"""The code by which an outsider can check a paper, and its QR picture."""

import base64
import io

import segno

CODE_BYTES = 10


def verification_code(random_bytes: bytes) -> str:
    """A code of 16 letters and digits from random bytes, in groups of four.

    Raises:
        ValueError: if there are fewer than 10 random bytes, from which it could be guessed.
    """
    if len(random_bytes) < CODE_BYTES:
        raise ValueError(f"{len(random_bytes)} random bytes are not enough for a code")
    letters = base64.b32encode(random_bytes[:CODE_BYTES]).decode()
    return "-".join(letters[i : i + 4] for i in range(0, len(letters), 4))


def qr_svg(address: str) -> str:
    """The address as a QR picture of paths."""
    picture = io.BytesIO()
    segno.make(address, error="m").save(
        picture, kind="svg", xmldecl=False, svgns=True, border=0, title="核验二维码", omitsize=True
    )
    return picture.getvalue().decode()
