"""Visual programming with blocks for every Jupyter kernel."""

from typing import TYPE_CHECKING

from ._version import __version__

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

__all__ = ["__version__"]


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Tell JupyterLab where the prebuilt extension lies inside this package.

    Source: JupyterLab's developer guide, "Distributing a prebuilt extension".
    """
    return [{"src": "labextension", "dest": "jupyterlab-jigsaw"}]


def _jupyter_server_extension_points() -> list[dict[str, object]]:
    """Tell Jupyter Server what to load; a kernel that imports the package loads none."""
    from .page.app import JigsawApp

    return [{"module": "jupyterlab_jigsaw.page.app", "app": JigsawApp}]


def load_ipython_extension(shell: "InteractiveShell") -> None:
    """Add `%jigsaw`, for `%load_ext jupyterlab_jigsaw`."""
    from .magic.ipython import load

    load(shell)


def unload_ipython_extension(shell: "InteractiveShell") -> None:
    """Take `%jigsaw` away, for `%unload_ext jupyterlab_jigsaw`."""
    from .magic.ipython import unload

    unload(shell)
