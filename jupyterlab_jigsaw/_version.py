"""The installed version, as the package's metadata has it."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("jupyterlab-jigsaw")
except PackageNotFoundError:  # a source tree that was never installed
    __version__ = "0.0.0"
