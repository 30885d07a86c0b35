"""A keystore for every administrator's organisation: its papers are signed by its own certificate.

Each has a test authority of its own, whose key is thrown away once it has signed, until the organisation
installs a real certificate. Keys lie in files that the owner alone can read, never in the database.
"""

import hashlib
from pathlib import Path

from documents.signing import Credentials, credentials_made_once

MARK = "（测试证书）"
MOST_BYTES = 64
"""A common name in a certificate has at most so many bytes; the name of the organisation is cut to fit."""


def keystore_of(directory: Path, organisation: str) -> Credentials:
    """Key and certificate of an organisation, made at its first paper and kept.

    Args:
        directory: where all keystores are.
        organisation: its full name; each name has one keystore, in a folder that bears its digest.

    Raises:
        ValueError: without a name.
    """
    if not organisation.strip():
        raise ValueError("a keystore belongs to an organisation with a name")
    folder = directory / hashlib.sha256(organisation.encode()).hexdigest()[:32]
    room = MOST_BYTES - len(MARK.encode())
    return credentials_made_once(folder, organisation.encode()[:room].decode(errors="ignore") + MARK)
