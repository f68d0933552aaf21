"""What `%jigsaw` puts out."""

import hashlib

from .arguments import Arguments
from .workspace import check_workspace, read_workspace

MIME_TYPE = "application/vnd.jupyterlab-jigsaw.blocks+json"
"""See docs/file-format.md."""


def make_bundle(arguments: Arguments, body: str | None = None) -> dict[str, object]:
    """Make the data of a `display_data` message, by MIME type.

    There is no picture in it: whatever draws the blocks first adds that.

    Parameters
    ----------
    arguments
        What was asked for.
    body
        A workspace that was given in the cell; None if none was.

    Raises
    ------
    WorkspaceError
        If the workspace can't be read.
    """
    if body is not None and body.strip():
        check_workspace(body)
        text = body
    else:
        text = read_workspace(arguments.workspace) if arguments.workspace else ""
    return {
        MIME_TYPE: {
            "version": 1,
            "language": arguments.language,
            "toolbox": "",
            "height": arguments.height,
            "workspace": arguments.workspace,
            # By which one sees whether the cell gives something new when it is
            # run again; else the blocks that were edited meanwhile are kept.
            "given": _digest(body or ""),
            "state": text,
        },
        "text/plain": "Jigsaw blocks (to see them: pip install jupyterlab-jigsaw)",
    }


def _digest(text: str) -> str:
    stripped = text.strip()
    return (
        hashlib.sha256(stripped.encode(errors="surrogatepass")).hexdigest()[:16] if stripped else ""
    )
