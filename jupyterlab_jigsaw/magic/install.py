"""Puts our `%jigsaw` before MetaKernel's own, and takes it away again."""

import subprocess
import sysconfig
from pathlib import Path

MODULE = "jigsaw_magic.py"
"""The name by which MetaKernel knows its own."""

_MARK = '"""%jigsaw of jupyterlab-jigsaw'

# Kernels may run in another environment than the one that has this package:
# it is found there by its place, without anything else of that environment.
# Where it is gone, MetaKernel's own magic is as it was.
_STUB = (
    _MARK
    + """; `jupyter jigsaw magic uninstall` takes it away."""
    + '''"""

import importlib.util
import os
import sys

PACKAGE = {package!r}


def _load(name, path, folder=None):
    spec = importlib.util.spec_from_file_location(
        name, path, submodule_search_locations=folder and [folder]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _ours():
    try:
        import jupyterlab_jigsaw.magic  # noqa: F401
    except Exception:
        # Not there, or made for a newer Python than this.
        for name in [name for name in sys.modules if name.startswith("jupyterlab_jigsaw")]:
            del sys.modules[name]
        if os.path.isdir(PACKAGE):
            _load("jupyterlab_jigsaw", os.path.join(PACKAGE, "__init__.py"), PACKAGE)
    from jupyterlab_jigsaw.magic.metakernel import register_magics

    return register_magics


try:
    register_magics = _ours()
except Exception:
    import metakernel

    _own = os.path.join(os.path.dirname(metakernel.__file__), "magics", "jigsaw_magic.py")
    register_magics = _load("metakernel_jigsaw_magic", _own).register_magics
'''
)


class InstallError(RuntimeError):
    """What stands in the way; its text is for the user."""


def user_target() -> Path:
    """Where MetaKernel looks for a user's own magics."""
    from IPython.paths import get_ipython_dir

    return Path(get_ipython_dir()) / "metakernel" / "magics" / MODULE


def shared_target(python: str | None = None) -> Path:
    """Where every kernel of a Python environment finds a module first.

    Parameters
    ----------
    python
        The Python that starts the kernels; None for the one that runs this.

    Raises
    ------
    InstallError
        If it can't be asked.
    """
    if python is None:
        return Path(sysconfig.get_path("purelib")) / MODULE
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    try:
        answer = subprocess.run(  # noqa: S603
            [python, "-c", code], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise InstallError(f"{python} can't be run: {error}") from None
    folder = Path(answer.stdout.strip())
    if not folder.is_absolute() or not folder.is_dir():
        raise InstallError(f"{python} does not answer as a Python does.")
    return folder / MODULE


def is_ours(target: Path) -> bool:
    """Whether there is a file that was put there by us.

    Raises
    ------
    InstallError
        If it can't be read.
    """
    try:
        return target.read_text(encoding="utf-8", errors="replace").startswith(_MARK)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise InstallError(f"{target} can't be read: {error.strerror}.") from None


def install(target: Path) -> None:
    """Put the magic there, in the place of an older one of ours.

    Raises
    ------
    InstallError
        If there is one that is not ours, or it can't be written.
    """
    if target.exists() and not is_ours(target):
        raise InstallError(
            f"{target} is a magic of your own, or another's; it was left as it is. "
            "Move it away first."
        )
    package = str(Path(__file__).resolve().parents[1])
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_STUB.format(package=package), encoding="utf-8")
    except OSError as error:
        raise InstallError(f"{target} can't be written: {error.strerror}.") from None


def uninstall(target: Path) -> bool:
    """Take the magic away.

    Returns
    -------
    bool
        Whether it was there.

    Raises
    ------
    InstallError
        If there is one that is not ours, or it can't be removed.
    """
    if not target.exists():
        return False
    if not is_ours(target):
        raise InstallError(f"{target} was not put there by jupyterlab-jigsaw; it was left.")
    try:
        target.unlink()
    except OSError as error:
        raise InstallError(f"{target} can't be removed: {error.strerror}.") from None
    return True
