"""A server of kernels alone, as on another machine: Jupyter Kernel Gateway.

It listens on this machine only, on a port of its own.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

home = Path(tempfile.mkdtemp(prefix="jigsaw-gateway-"))
atexit.register(shutil.rmtree, home, ignore_errors=True)
os.environ.update(JUPYTER_RUNTIME_DIR=str(home), IPYTHONDIR=str(home))
# Where its kernels run, which no server of notebooks would have.
os.environ["JIGSAW_TEST_MACHINE"] = "the other machine"

c = get_config()  # noqa: F821
c.KernelGatewayApp.ip = "127.0.0.1"
c.KernelGatewayApp.port = int(os.environ["JIGSAW_GATEWAY_PORT"])
c.KernelGatewayApp.port_retries = 0
c.KernelGatewayApp.env_process_whitelist = ["JIGSAW_TEST_MACHINE"]
# As a server of kernels asks of it, which looks for those that run.
c.JupyterWebsocketPersonality.list_kernels = True
