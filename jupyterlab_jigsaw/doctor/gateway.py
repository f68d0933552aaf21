"""Kernels of a server that has them on another machine, by `--gateway-url`."""

from jupyter_server.gateway.gateway_client import GatewayClient
from jupyter_server.gateway.managers import GatewayKernelSpecManager
from tornado.httpclient import HTTPClientError
from tornado.web import HTTPError

from .addresses import plain_address
from .findings import Change, Report, finding


async def check_gateway(manager: GatewayKernelSpecManager) -> Report:
    """Ask the other machine for its kernels."""
    report = Report()
    address = plain_address(GatewayClient.instance().url or "").rstrip("/")
    report.facts["gateway"] = address
    try:
        names = sorted(await manager.get_all_specs())
    except (HTTPError, HTTPClientError, OSError, ValueError, AttributeError, TypeError) as error:
        # Something else than a gateway answers with something else.
        status = getattr(error, "status_code", None) or getattr(error, "code", None)
        says = f"answers {status}" if status else "gives none"
        report.findings.append(
            finding("gateway-unreachable", f"The server asks at {address} for kernels: it {says}.")
        )
        return report
    report.facts["kernels"] = [{"name": name, "folder": address, "program": None} for name in names]
    if names:
        report.fine.append(f"Kernels seen at {address}: {', '.join(names)}")
    else:
        report.findings.append(
            finding(
                "no-kernels",
                f"No kernel at {address}.",
                system="the gateway",
                changes=[
                    Change(
                        "a shell, in the environment of the gateway",
                        "python -m pip install ipykernel",
                    )
                ],
            )
        )
    return report
