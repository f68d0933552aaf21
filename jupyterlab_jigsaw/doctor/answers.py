"""Kernels that run and answer nobody, or not yet."""

import asyncio
from collections.abc import Iterable, Mapping
from datetime import datetime, timezone
from typing import Any

from jupyter_client import AsyncKernelClient, AsyncKernelManager
from jupyter_server.services.kernels.kernelmanager import MappingKernelManager

from .findings import Finding, Report, finding

PATIENCE = 3
"""How long a kernel may take to say who it is, in seconds."""


async def check_answers(
    manager: MappingKernelManager, sessions: Iterable[Mapping[str, Any]]
) -> Report:
    """Ask each kernel that runs who it is, all at once.

    The server answers the WebSocket to a kernel when the kernel has answered it, and a
    browser opens one WebSocket to a host at a time: one that never answers keeps the
    others waiting. One may take as long to start as the server waits for it.

    Parameters
    ----------
    manager
        The server's kernels.
    sessions
        What the server says of its sessions, for the paths of notebooks.
    """
    paths = {
        session["kernel"]["id"]: session["path"] for session in sessions if session.get("kernel")
    }
    kernels = {key: manager.get_kernel(key) for key in manager.list_kernel_ids()}
    found = await asyncio.gather(
        *(
            _silent(kernel, paths.get(key), manager.kernel_info_timeout)
            for key, kernel in kernels.items()
        ),
        # One that can't be asked, as it ends, takes nothing from what is said of the others.
        return_exceptions=True,
    )
    return Report([one for one in found if isinstance(one, Finding)])


async def _silent(
    kernel: AsyncKernelManager, path: str | None, start_time: float
) -> Finding | None:
    if _is_busy(kernel) or not kernel.has_kernel:
        return None
    client = kernel.client()
    if not isinstance(client, AsyncKernelClient):
        # Of a manager that was set in the place of the server's own: it would block the server.
        return None
    client.start_channels(iopub=False, stdin=False, hb=False, control=False)
    try:
        await asyncio.wait_for(_answer(client), PATIENCE)
        return None
    except asyncio.TimeoutError:
        # It may have begun to work meanwhile.
        if _is_busy(kernel):
            return None
    finally:
        client.stop_channels()
    name = kernel.kernel_spec.display_name if kernel.kernel_spec else kernel.kernel_name
    where = f" of {path}" if path else ""
    age = _starting_for(kernel)
    if age is not None and age < start_time:
        return finding(
            "kernel-starting",
            f"The kernel{where} was started {age:.0f} s ago and does not answer yet.",
            system=name,
        )
    return finding(
        "kernel-silent", f"The kernel{where} does not answer within {PATIENCE} s.", system=name
    )


async def _answer(client: AsyncKernelClient) -> None:
    asked = client.kernel_info()
    while (await client.get_shell_msg())["parent_header"].get("msg_id") != asked:
        pass


def _is_busy(kernel: AsyncKernelManager) -> bool:
    return getattr(kernel, "execution_state", None) == "busy"


def _starting_for(kernel: AsyncKernelManager) -> float | None:
    """Give the seconds since the start of a kernel that has said nothing since, or None."""
    since = getattr(kernel, "last_activity", None)
    if getattr(kernel, "execution_state", None) != "starting" or since is None:
        return None
    return (datetime.now(timezone.utc) - since).total_seconds()
