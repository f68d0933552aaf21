"""What is seen from the server's side: kernels, versions, policies, settings."""

from collections.abc import Iterable
from importlib.util import find_spec

from .configuration import check_server_config
from .environments import check_metakernels, check_versions
from .findings import Report, finding
from .kernels import check_kernels
from .policy import check_policies


def look(kernel_folders: Iterable[str] | None) -> Report:
    """Look at what a server has: its kernels and what is installed.

    Parameters
    ----------
    kernel_folders
        The folders `kernels` that it searches, the first first; None where its
        kernels are on another machine.
    """
    report, specs = (Report(), []) if kernel_folders is None else check_kernels(kernel_folders)
    report.add(check_versions())
    report.add(check_metakernels(specs))
    return report


def look_here() -> Report:
    """Look at what a server would have that started now, by whoever runs this."""
    report = Report()
    if find_spec("jupyter_server") is None or find_spec("jupyter_client") is None:
        report.findings.append(
            finding("server-missing", "Jupyter Server is not installed in this environment.")
        )
        report.add(check_versions())
    else:
        from jupyter_client.kernelspec import KernelSpecManager

        settings, policy = check_server_config()
        gateway = settings.facts.get("gateway")
        report.add(look(None if gateway else KernelSpecManager().kernel_dirs))
        if gateway:
            # Whether it answers a server that runs is asked, by its address.
            report.fine.append(f"Kernels are asked for at {gateway}")
        report.add(settings)
        policies = [policy or "frame-ancestors 'self'"]
        report.facts["policy"] = policies[0]
        report.findings += check_policies(policies, policies)
    return report
