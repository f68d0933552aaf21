"""`%jigsaw` in ipykernel: `%load_ext jupyterlab_jigsaw`."""

from typing import TYPE_CHECKING

from . import UsageError, WorkspaceError, jigsaw

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


def load(shell: "InteractiveShell") -> None:
    """Give a shell the magics `%jigsaw` and `%%jigsaw`."""
    from IPython.core.error import UsageError as ShellUsageError
    from IPython.display import display

    def show(line: str, cell: str | None = None) -> None:
        """Show blocks in the output of the cell.

        %jigsaw [LANGUAGE] [--workspace NAME] [--height PIXELS]

        LANGUAGE is that of the kernel unless it is given. With --workspace, the
        blocks are also kept in NAME.jigsaw beside the notebook.

        %%jigsaw shows the workspace that follows it, as JSON or XML.
        """
        try:
            display(jigsaw(line, cell, "python"), raw=True)
        except (UsageError, WorkspaceError) as error:
            # Shown as a sentence, with no traceback.
            raise ShellUsageError(str(error)) from None

    shell.register_magic_function(show, "line_cell", "jigsaw")


def unload(shell: "InteractiveShell") -> None:
    """Take the magics away."""
    for magics in shell.magics_manager.magics.values():
        magics.pop("jigsaw", None)
