"""What is seen from the server's side: kernels, versions, policies, settings."""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from .configuration import check_hub_config, check_server_config
from .environments import check_metakernels, check_versions
from .findings import Report, finding
from .kernels import check_kernels
from .policy import check_policies


def look(kernel_folders: Iterable[str]) -> Report:
    """Look at what a server has: its kernels and what is installed.

    Parameters
    ----------
    kernel_folders
        The folders `kernels` that it searches, the first first.
    """
    report, specs = check_kernels(kernel_folders)
    report.add(check_versions())
    report.add(check_metakernels(specs))
    return report


def look_here(hub_config: Path | None = None) -> Report:
    """Look at what a server would have that started now, by whoever runs this.

    Parameters
    ----------
    hub_config
        The configuration of the hub, if that is to be read, too.

    Raises
    ------
    OSError
        If the hub's configuration can't be read.
    SyntaxError
        If it is not Python.
    """
    report = Report()
    if find_spec("jupyter_server") is None or find_spec("jupyter_client") is None:
        report.findings.append(
            finding("server-missing", "Jupyter Server is not installed in this environment.")
        )
        report.add(check_versions())
    else:
        from jupyter_client.kernelspec import KernelSpecManager

        report.add(look(KernelSpecManager().kernel_dirs))
        settings, policy = check_server_config()
        report.add(settings)
        policies = [policy or "frame-ancestors 'self'"]
        report.facts["policy"] = policies[0]
        report.findings += check_policies(policies, policies)
    if hub_config is not None:
        report.add(check_hub_config(hub_config))
    return report
