"""`jupyter jigsaw doctor`."""

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from .._version import __version__
from .addresses import split_address
from .configuration import check_hub_config, hub_environment
from .findings import Report
from .look import look_here

SCHEMA = 1
"""The number of what `--json` writes; `docs/doctor.md` describes it."""


class DoctorError(RuntimeError):
    """What stands in the way of looking; its text is for the user."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add those of the command line."""
    parser.add_argument(
        "--url",
        help="try the connection to a server that runs, such as "
        "https://hub.example.com/jupyter/user/ada/, and let it tell what it sees",
    )
    parser.add_argument(
        "--token-file",
        metavar="FILE",
        help="a file with the token that lets in; else JUPYTER_TOKEN is taken",
    )
    parser.add_argument(
        "--ca-file", metavar="FILE", help="certificates to trust in the place of the system's"
    )
    parser.add_argument(
        "--wait",
        type=float,
        default=8.0,
        metavar="SECONDS",
        help="how long a WebSocket is silent before it answers, at most 20 (default: 8)",
    )
    parser.add_argument(
        "--hub-config", metavar="FILE", help="a jupyterhub_config.py to read, without running it"
    )
    parser.add_argument("--json", action="store_true", help="write it for programs")


def run(arguments: argparse.Namespace) -> int:
    """Look, and write what was found.

    Returns
    -------
    int
        1 if something is broken, else 0.

    Raises
    ------
    DoctorError
        If what was asked for can't be looked at.
    """
    report = _look(arguments)
    if arguments.json:
        answer = {"schema": SCHEMA, "version": __version__, **report.to_json()}
        print(json.dumps(answer, indent=2))
    else:
        _write("\n".join(describe(report)))
    return 1 if any(found.severity == "broken" for found in report.findings) else 0


def _write(text: str) -> None:
    """Print what may name files in letters that the shell does not have."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "backslashreplace").decode(encoding))


def _look(arguments: argparse.Namespace) -> Report:
    # First, as it is quick and may fail.
    hub, handed = _hub(Path(arguments.hub_config)) if arguments.hub_config else (Report(), {})
    if arguments.url:
        report = asyncio.run(_connection(arguments))
    else:
        # As of a server that the hub starts.
        with _environment(handed):
            report = look_here()
    report.add(hub)
    return report


@contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _hub(file: Path) -> tuple[Report, dict[str, str]]:
    try:
        return check_hub_config(file), hub_environment(file)
    except OSError as error:
        raise DoctorError(f"{file} can't be read: {error.strerror or error}.") from None
    except SyntaxError as error:
        # The line itself may hold a secret.
        place = f"line {error.lineno}" if error.lineno else "it"
        raise DoctorError(f"{file} can't be read: {place} is no Python.") from None


async def _connection(arguments: argparse.Namespace) -> Report:
    try:
        from .connection import Connection
    except ModuleNotFoundError as error:
        raise DoctorError(
            f"To try a connection, {error.name} is needed: python -m pip install tornado"
        ) from None
    parts = split_address(arguments.url)
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        raise DoctorError("The address must begin with http:// or https://, and name a host.")
    if not 0 < arguments.wait <= 20:
        raise DoctorError("--wait takes seconds, more than 0 and at most 20.")
    if arguments.ca_file and not os.path.isfile(arguments.ca_file):
        raise DoctorError(f"{arguments.ca_file} is not there.")
    return await Connection(
        arguments.url, _token(arguments.token_file), arguments.wait, arguments.ca_file
    ).check()


def _token(file: str | None) -> str | None:
    if file is None:
        where, token = "JUPYTER_TOKEN", os.environ.get("JUPYTER_TOKEN", "").strip()
        if not token:
            return None
    else:
        where = file
        try:
            token = Path(file).read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            raise DoctorError(f"{file} can't be read.") from None
    # What can't be sent would be repeated by who is asked to send it.
    if not token or not token.isascii() or not token.isprintable():
        raise DoctorError(f"{where} holds no token.")
    return token


MARKS = {"broken": "BROKEN", "warning": "WARNING", "note": "NOTE"}


def describe(report: Report) -> Iterator[str]:
    """Write a report for people, a line at a time; what is worst comes first."""
    for found in report.sorted():
        yield f"{MARKS[found.severity]}  {found.system}: {found.seen}"
        yield f"  {found.advice}"
        for change in found.changes:
            yield f"  {change.where}:"
            yield from (f"      {line}" for line in change.line.splitlines())
        yield f"  (docs/doctor.md: {found.id})"
        yield ""
    if report.fine:
        yield "Fine:"
        yield from (f"  {text}" for text in report.fine)
    if not report.findings:
        yield "Nothing was found that is not as it should be."


def main(arguments: argparse.Namespace) -> int:
    """Run the command; what stands in the way goes to standard error."""
    try:
        return run(arguments)
    except DoctorError as error:
        print(error, file=sys.stderr)
        return 2
