"""`jupyter jigsaw`: what is set up from a shell."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ._version import __version__
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
        The exit code: 0, or 1 if something stood in the way.
    """
    arguments = _parser().parse_args(argv)
    try:
        for line in arguments.run(arguments):
            print(line)
    except InstallError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jupyter jigsaw", description=__doc__)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
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
