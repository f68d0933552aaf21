"""`%jigsaw`: blocks in the output of a cell, for IPython's and MetaKernel's kernels.

Needs the standard library only, so that it works in any kernel's environment.
"""

from .arguments import Arguments, UsageError, parse
from .bundle import MIME_TYPE, make_bundle
from .workspace import WorkspaceError

__all__ = [
    "MIME_TYPE",
    "Arguments",
    "UsageError",
    "WorkspaceError",
    "jigsaw",
    "make_bundle",
    "parse",
]


def jigsaw(line: str, body: str | None, kernel_language: str) -> dict[str, object]:
    """Make what `%jigsaw` puts out.

    Parameters
    ----------
    line
        What follows `%jigsaw` in its line.
    body
        The rest of the cell of `%%jigsaw`: a workspace; None for `%jigsaw`.
    kernel_language
        The `name` of the kernel's `language_info`.

    Returns
    -------
    dict
        The data of a `display_data` message, by MIME type.

    Raises
    ------
    UsageError
        If the line can't be understood.
    WorkspaceError
        If there is a workspace that can't be read; its file stays as it is.
    """
    return make_bundle(parse(line, kernel_language), body)
