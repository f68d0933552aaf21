"""`jupyter jigsaw`: the app page, and what is set up from a shell."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ._version import __version__
from .doctor.cli import add_arguments
from .doctor.cli import main as run_doctor
from .magic.install import (
    InstallError,
    install,
    is_ours,
    shared_target,
    uninstall,
    user_target,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line.

    Parameters
    ----------
    argv
        Its words, without the program's name; those of the shell by default.

    Returns
    -------
    int
        The exit code: 0, or 1 if something stood in the way, or is broken.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if _is_for_server(words):
        return _serve(words)
    arguments = _parser().parse_args(words)
    if words[0] == "doctor":
        return run_doctor(arguments)
    try:
        for line in arguments.run(arguments):
            print(line)
    except InstallError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


COMMANDS = ("magic", "doctor")
"""The first words that are a command's; what else is given is for the server."""


def _is_for_server(words: Sequence[str]) -> bool:
    return not words or words[0] not in (*COMMANDS, "-h", "--help", "--version")


def _serve(words: Sequence[str]) -> int:
    """Start a server, and open the app page."""
    try:
        from .page.app import JigsawApp
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] == "jupyterlab_jigsaw":
            raise
        print(
            f"The page is served by Jupyter Server, which is not there ({error.name} is missing).\n"
            "Install it: python -m pip install jupyter_server",
            file=sys.stderr,
        )
        return 1
    JigsawApp.launch_instance(list(words))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jupyter jigsaw",
        usage="%(prog)s [FILE] [OPTION ...]\n       %(prog)s COMMAND ...",
        description="Without a command, start a server and open the page of blocks on it; "
        "its options are those of Jupyter Server (--help-all lists them).",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", prog="jupyter jigsaw")
    doctor = commands.add_parser(
        "doctor",
        help="what stands between a browser and its kernels",
        description="Look at kernels, versions and settings here, or, with --url, at a server "
        "that runs and at the way to it. The exit code is 1 if something is broken.",
    )
    add_arguments(doctor)
    magic = commands.add_parser(
        "magic",
        help="%%jigsaw in the kernels of MetaKernel",
        description="Put our %jigsaw in the place of the one of MetaKernel, or take it away.",
    )
    actions = magic.add_subparsers(required=True, metavar="ACTION")
    for name, run, text in (
        ("install", _install, "put it in the place of MetaKernel's own"),
        ("uninstall", _uninstall, "take it away; MetaKernel's own is there again"),
        ("status", _status, "say where it is"),
    ):
        action = actions.add_parser(name, help=text, description=text)
        action.set_defaults(run=run)
        where = action.add_mutually_exclusive_group()
        where.add_argument(
            "--all-users",
            action="store_true",
            help="for all who use kernels of this Python environment",
        )
        where.add_argument(
            "--python",
            metavar="FILE",
            help="for all who use kernels of that Python's environment",
        )
    return parser


def _target(arguments: argparse.Namespace) -> Path:
    if arguments.all_users or arguments.python:
        return shared_target(arguments.python)
    return user_target()


def _install(arguments: argparse.Namespace) -> list[str]:
    target = _target(arguments)
    install(target)
    return [f"Installed {target}", "Kernels that run already take it after a restart."]


def _uninstall(arguments: argparse.Namespace) -> list[str]:
    target = _target(arguments)
    return [f"Removed {target}" if uninstall(target) else f"There is none at {target}"]


def _status(arguments: argparse.Namespace) -> list[str]:
    places = (
        [_target(arguments)]
        if arguments.all_users or arguments.python
        else [user_target(), shared_target()]
    )
    return [f"{'installed' if is_ours(place) else 'not there'}  {place}" for place in places]


if __name__ == "__main__":
    sys.exit(main())
