"""`%jigsaw` in MetaKernel's kernels, of any language.

MetaKernel loads magics by the names of their files and takes the first of a
name that Python finds; `jupyterlab_jigsaw.magic.install` puts one before its
own. Source: `MetaKernel.reload_magics`.
"""

from typing import TYPE_CHECKING

from metakernel import Magic

from . import UsageError, WorkspaceError, jigsaw

if TYPE_CHECKING:
    from metakernel import MetaKernel


class JigsawMagic(Magic):
    """Blocks in the output of a cell."""

    def line_jigsaw(self, *args: str) -> None:
        """
        %jigsaw [LANGUAGE] [--workspace NAME] [--height PIXELS] - show blocks

        LANGUAGE is that of the kernel unless it is given. With --workspace, the
        blocks are also kept in NAME.jigsaw beside the notebook.

        For example:
            %jigsaw
            %jigsaw Python
            %jigsaw --workspace workspace1 --height 600
        """  # noqa: D400
        self._show(" ".join(args), None)

    def cell_jigsaw(self, *args: str) -> None:
        """
        %%jigsaw [LANGUAGE] [--workspace NAME] [--height PIXELS] - show a workspace

        The rest of the cell is the workspace, as JSON or XML.
        """  # noqa: D400
        self._show(" ".join(args), self.code)

    def call_magic(self, mtype: str, name: str, code: str, args: str) -> "JigsawMagic":
        """Do as asked. MetaKernel would take the line apart in its own way."""
        self.code = code
        self.evaluate = mtype == "line"
        self._show(args or "", None if mtype == "line" else code)
        return self

    def _show(self, line: str, body: str | None) -> None:
        language = self.kernel.language_info.get("name", "")
        try:
            data = jigsaw(line, body, language)
        except (UsageError, WorkspaceError) as error:
            self.evaluate = False
            self.kernel.Error(str(error))
            return
        self.kernel.send_response(
            self.kernel.iopub_socket,
            "display_data",
            {"data": data, "metadata": {}},
        )


def register_magics(kernel: "MetaKernel") -> None:
    """Give a kernel the magic; MetaKernel calls it."""
    kernel.register_magics(JigsawMagic)
