"""What the configuration says, as it is written and before Jupyter mends it."""

import ast
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .findings import Change, Finding, Report, finding

POLICY = "Content-Security-Policy"


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
            f'{name} is "{written}".',
            system=where,
            changes=[Change(where, f'{name} = "{host}{mended}"')],
        )
    ]


def _split(written: str) -> tuple[str, str]:
    """Give what is before the path, and the path."""
    scheme, mark, rest = written.partition("://")
    if not mark:
        return "", written
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host}", slash + path


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
    app.load_config_file()
    config = app.config.get("ServerApp", {})
    report = Report()
    files = list(app.loaded_config_files)
    report.facts["config_files"] = files
    report.findings += check_base_url(
        config.get("base_url"), "jupyter_server_config.py", "c.ServerApp.base_url"
    )
    allowed = config.get("allow_origin")
    report.facts["allow_origin"] = allowed if isinstance(allowed, str) else ""
    report.facts["trust_xheaders"] = config.get("trust_xheaders") is True
    return report, policy_of(config.get("tornado_settings"))


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
    written = _assignments(ast.parse(file.read_text(encoding="utf-8"), str(file)))
    for name in ("c.JupyterHub.bind_url", "c.JupyterHub.base_url"):
        report.findings += check_base_url(written.get(name), file.name, name)
    report.facts["hub"] = {name: value for name, value in written.items() if name in _TOLD}
    return report


_TOLD = ("c.JupyterHub.bind_url", "c.JupyterHub.base_url", "c.Spawner.default_url")


def _assignments(tree: ast.Module) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            try:
                value = ast.literal_eval(node.value)
            except ValueError:
                continue
            found.update({ast.unparse(target): value for target in node.targets})
    return found
