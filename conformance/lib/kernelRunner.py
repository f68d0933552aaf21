"""Run programs in a real kernel, one after the other, by the Jupyter protocol.

    python kernelRunner.py PLAN

PLAN is a JSON file: `argv` of the kernel as in a kernelspec; what forgets what a
program before has defined, as the `head` of the next or as a run of its own,
`reset`; `files`, the programs; and `mark`, a line that is printed behind what
each of them has put out.
"""

import json
import signal
import sys
from pathlib import Path

from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager

#: Seconds that a kernel may take to start, or to say something.
PATIENCE = 60


def main(path: str) -> None:
    """Run what a plan says.

    Args:
        path: of the plan.
    """
    # A kernel ends with what it runs for.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    plan = json.loads(Path(path).read_text(encoding="utf-8"))
    manager = KernelManager()
    argv = [sys.executable if word == "python" else word for word in plan["argv"]]
    manager._kernel_spec = KernelSpec(argv=argv)
    manager.start_kernel(cwd=str(Path(path).parent))
    client = manager.blocking_client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=PATIENCE)
        for file in plan["files"]:
            if plan["reset"]:
                run(client, plan["reset"])
            text = run(client, plan["head"] + Path(file).read_text(encoding="utf-8"))
            sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")
            print(plan["mark"], flush=True)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def run(client: BlockingKernelClient, code: str) -> str:
    """Run code, and tell what a person would see of it, as text."""
    request = client.execute(code, store_history=False, allow_stdin=False, stop_on_error=False)
    seen = []
    while True:
        message = client.get_iopub_msg(timeout=PATIENCE)
        if message["parent_header"].get("msg_id") != request:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "stream":
            seen.append(content["text"])
        elif kind in ("display_data", "execute_result"):
            seen.append(content["data"].get("text/plain", "") + "\n")
        elif kind == "error":
            seen.append(f"{content['ename']}: {content['evalue']}\n")
        elif kind == "status" and content["execution_state"] == "idle":
            client.get_shell_msg(timeout=PATIENCE)
            return "".join(seen).replace("\r\n", "\n")


if __name__ == "__main__":
    main(sys.argv[1])
