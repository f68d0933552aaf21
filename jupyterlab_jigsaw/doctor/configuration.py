"""What the configuration says, as it is written and before Jupyter mends it."""

import ast
import io
import logging
import os
import re
import traceback
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from .addresses import plain_address
from .findings import Change, Finding, Report, finding

POLICY = "Content-Security-Policy"

GATEWAY = "JUPYTER_GATEWAY_URL"
"""What names the machine of the kernels, if no file and no command line does."""


def check_base_url(written: object, where: str, name: str) -> list[Finding]:
    """Say where a base URL has no slash at its ends.

    Parameters
    ----------
    written
        What is written.
    where
        The file.
    name
        What is set, such as `c.ServerApp.base_url`.
    """
    if not isinstance(written, str) or not written:
        return []
    host, path = _split(written)
    inner = path.strip("/")
    mended = f"/{inner}/" if inner else "/"
    if path == mended:
        return []
    return [
        finding(
            "base-url-slash",
            f'{name} is "{host}{path}".',
            system=where,
            changes=[Change(where, f'{name} = "{host}{mended}"')],
        )
    ]


def _split(written: str) -> tuple[str, str]:
    """Give what is before the path, and the path; without what may be a secret."""
    bare = re.split("[?#]", written)[0]
    scheme, mark, rest = bare.partition("://")
    if not mark:
        return "", bare
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}", slash + path


def policy_of(settings: object) -> str | None:
    """Give the policy that the settings of Tornado name."""
    headers = settings.get("headers") if isinstance(settings, Mapping) else None
    policy = headers.get(POLICY) if isinstance(headers, Mapping) else None
    return policy if isinstance(policy, str) else None


def check_server_config() -> tuple[Report, str | None]:
    """Read the configuration of Jupyter Server, as a server would that starts now.

    Returns
    -------
    Report
        What was found.
    str or None
        The policy that is set, if one is.
    """
    from jupyter_server.serverapp import ServerApp

    app = ServerApp()
    log = _Log()
    app.log = log
    is_ended = False
    try:
        # What a file prints is not ours to show.
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            app.load_config_file()
    except SystemExit:
        is_ended = True
    config = app.config.get("ServerApp", {})
    report = Report()
    report.findings += [finding("config-broken", seen) for seen in log.broken()]
    if is_ended and not report.findings:
        report.findings.append(finding("config-broken", "A file of it ends the server."))
    files = list(app.loaded_config_files)
    report.facts["config_files"] = files
    report.findings += check_base_url(
        config.get("base_url"), "jupyter_server_config.py", "c.ServerApp.base_url"
    )
    allowed = config.get("allow_origin")
    report.facts["allow_origin"] = allowed if isinstance(allowed, str) else ""
    report.facts["trust_xheaders"] = config.get("trust_xheaders") is True
    gateway = app.config.get("GatewayClient", {}).get("url") or os.environ.get(GATEWAY)
    if isinstance(gateway, str) and gateway:
        report.facts["gateway"] = plain_address(gateway).rstrip("/")
    return report, policy_of(config.get("tornado_settings"))


class _Log(logging.Logger):
    """Keeps what goes wrong with files: what is logged of it may hold what is set in them."""

    def __init__(self) -> None:
        super().__init__("doctor")
        self._records: list[logging.LogRecord] = []

    def handle(self, record: logging.LogRecord) -> None:
        """Keep it, and show none of it."""
        self._records.append(record)

    def broken(self) -> Iterator[str]:
        """Say of each file that could not be read where, and of each setting which."""
        for record in self._records:
            first = record.args[0] if isinstance(record.args, tuple) and record.args else None
            error = record.exc_info[1] if record.exc_info else None
            if error is not None:
                line = _line_of(error, str(first))
                place = f"line {line}" if line else "it"
                yield f"{first} can't be read: {place} ends with {type(error).__name__}."
            elif record.levelno >= logging.CRITICAL:
                named = re.match(r"The '(\w+)' trait of an? (\w+) instance", str(first))
                name = f"c.{named[2]}.{named[1]}" if named else "Something"
                yield f"{name} is set to what it can't be."


def _line_of(error: BaseException, file: str) -> int | None:
    line = getattr(error, "lineno", None)
    if isinstance(line, int):
        return line
    frames = traceback.extract_tb(error.__traceback__)
    return next((one.lineno for one in reversed(frames) if one.filename == file), None)


def check_hub_config(file: Path) -> Report:
    """Read what a hub's configuration sets plainly, without running it.

    Raises
    ------
    OSError
        If the file can't be read.
    SyntaxError
        If it is not Python.
    """
    report = Report()
    written = _assignments(_parse(file.read_bytes()))
    for name in ("c.JupyterHub.bind_url", "c.JupyterHub.base_url"):
        report.findings += check_base_url(written.get(name), file.name, name)
    report.facts["hub"] = {
        name: plain_address(value)
        for name, value in written.items()
        if name in _TOLD and isinstance(value, str)
    }
    return report


def hub_environment(file: Path) -> dict[str, str]:
    """Give what a hub's configuration hands on to servers that says where kernels are.

    Parameters
    ----------
    file
        What `check_hub_config` can read.
    """
    written = _assignments(_parse(file.read_bytes()))
    environment = written.get("c.Spawner.environment")
    variables = environment if isinstance(environment, dict) else {}
    path = written.get("c.Spawner.environment['JUPYTER_PATH']", variables.get("JUPYTER_PATH"))
    arguments = written.get("c.Spawner.args")
    words = " ".join(map(str, arguments)) if isinstance(arguments, list) else ""
    gateway = re.search(r"--(?:gateway-url|GatewayClient\.url)[= ](\S+)", words)
    found = {"JUPYTER_PATH": path, GATEWAY: gateway[1] if gateway else variables.get(GATEWAY)}
    return {name: value for name, value in found.items() if isinstance(value, str)}


_TOLD = ("c.JupyterHub.bind_url", "c.JupyterHub.base_url", "c.Spawner.default_url")


def _parse(text: bytes) -> ast.Module:
    """Read Python in whichever encoding the file names."""
    try:
        return ast.parse(text)
    except (ValueError, RecursionError, MemoryError) as error:
        raise SyntaxError(type(error).__name__) from None


def _assignments(tree: ast.Module) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            try:
                value = ast.literal_eval(node.value)
            except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
                continue
            found.update({ast.unparse(target): value for target in node.targets})
    return found
