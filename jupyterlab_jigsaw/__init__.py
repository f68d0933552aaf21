"""Visual programming with blocks for every Jupyter kernel."""

from ._version import __version__

__all__ = ["__version__"]


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Tell JupyterLab where the prebuilt extension lies inside this package.

    Source: JupyterLab's developer guide, "Distributing a prebuilt extension".
    """
    return [{"src": "labextension", "dest": "jupyterlab-jigsaw"}]
