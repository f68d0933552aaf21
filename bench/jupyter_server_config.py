"""The servers of the bench: those of the browser tests, with a frozen front end.

Each serves a copy of the installed extensions, so that a build in mid-run changes
nothing; one of them lacks ours, for comparison.
"""

import os
import shutil
from pathlib import Path

from jupyter_core.paths import jupyter_path
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler

load_subconfig("../ui-tests/jupyter_server_config.py", os.path.dirname(__file__))  # noqa: F821

c = get_config()  # noqa: F821
c.ServerApp.port = int(os.environ["JIGSAW_BENCH_PORT"])
left_out = os.environ.get("JIGSAW_BENCH_WITHOUT", "")

# The folder that the other file made, and removes at the end.
copies = Path(os.environ["JUPYTER_CONFIG_DIR"]).parent / "labextensions"
for folder in reversed(jupyter_path("labextensions")):
    if Path(folder).is_dir():
        shutil.copytree(
            folder,
            copies,
            dirs_exist_ok=True,
            ignore=lambda _, names: {left_out}.intersection(names),
        )
c.LabServerApp.labextensions_path = [str(copies)]
# The helpers of browser tests are not what a user starts with.
c.LabServerApp.extra_labextensions_path = []
# As a user has it, so that nothing is measured that a check would forbid.
c.ServerApp.disable_check_xsrf = False

# Jupyter Server leaves Nagle's algorithm on. With a browser that delays its
# acknowledgements, a kernel's messages wait 40 ms or not at all, by chance; that
# would hide what we add to them.
open_socket = KernelWebsocketHandler.open


async def open_without_delay(self: KernelWebsocketHandler, kernel_id: str) -> None:
    """Open a kernel's WebSocket that sends each message at once."""
    self.set_nodelay(True)
    await open_socket(self, kernel_id)


KernelWebsocketHandler.open = open_without_delay
