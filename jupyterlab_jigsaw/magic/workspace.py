"""Workspaces as text: in files beside the notebook, and in the cells of `%%jigsaw`."""

import json
import stat
from pathlib import Path

MAX_LENGTH = 10 * 1024 * 1024
"""As in src/document/limits.ts, in characters."""


class WorkspaceError(ValueError):
    """A workspace that can't be read; its text is for the user."""


def read_workspace(name: str) -> str:
    """Read the file of a workspace.

    Parameters
    ----------
    name
        Its path without an ending. `NAME.jigsaw` is read, or else `NAME.xml`,
        as MetaKernel wrote it.

    Returns
    -------
    str
        Its text; empty if there is no file yet.

    Raises
    ------
    WorkspaceError
        If there is one that can't be read. Nothing is ever written here.
    """
    for ending in (".jigsaw", ".xml"):
        path = Path(name + ending)
        try:
            status = path.stat()
            if not stat.S_ISREG(status.st_mode):
                # A pipe may never give anything, and a device may never end.
                raise WorkspaceError(f"{path} is no regular file; it was left as it is.")
            if status.st_size > 4 * MAX_LENGTH:
                raise WorkspaceError(f"{path} is too large for a workspace; it was left as it is.")
            with path.open(encoding="utf-8-sig") as file:
                text = file.read(MAX_LENGTH + 1)
        except FileNotFoundError:
            continue
        except OSError as error:
            reason = error.strerror or str(error)
            raise WorkspaceError(f"{path} can't be read: {reason}.") from None
        except UnicodeDecodeError:
            raise WorkspaceError(f"{path} is no text; it was left as it is.") from None
        try:
            check_workspace(text)
        except WorkspaceError as error:
            raise WorkspaceError(f"{path} is no workspace: {error} It was left as it is.") from None
        return text
    return ""


def check_workspace(text: str) -> None:
    """Check that a text may be a workspace; what shows the blocks looks closer.

    Parameters
    ----------
    text
        JSON, as in a `.jigsaw` file or as Blockly gives it, or Blockly's XML.

    Raises
    ------
    WorkspaceError
        If it is not, with a sentence on why.
    """
    stripped = text.strip()
    if len(text) > MAX_LENGTH:
        raise WorkspaceError(f"It has more than {MAX_LENGTH} characters.")
    if not stripped or stripped.startswith("<"):
        return
    try:
        value = json.loads(stripped)
    except json.JSONDecodeError as error:
        raise WorkspaceError(
            f"It is neither XML nor JSON ({error.msg} in line {error.lineno})."
        ) from None
    except RecursionError:
        raise WorkspaceError("Its parts are too deep in one another.") from None
    except ValueError:
        # Python reads no number of more than some thousand digits.
        raise WorkspaceError("It is JSON with a number that is too long.") from None
    if not isinstance(value, dict) or not (value.get("format") == "jigsaw" or "blocks" in value):
        raise WorkspaceError("It is JSON, but has no blocks.")
