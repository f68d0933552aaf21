"""A server whose kernels run elsewhere, in that of `gateway_config.py`.

It listens on this machine only, on a port of its own, and shows a folder that is
thrown away.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

home = Path(tempfile.mkdtemp(prefix="jigsaw-remote-"))
atexit.register(shutil.rmtree, home, ignore_errors=True)
for folder in ("root", "config", "data", "runtime", "ipython", "lab"):
    (home / folder).mkdir()
os.environ.update(
    JUPYTER_CONFIG_DIR=str(home / "config"),
    JUPYTER_DATA_DIR=str(home / "data"),
    JUPYTER_RUNTIME_DIR=str(home / "runtime"),
    IPYTHONDIR=str(home / "ipython"),
)

c = get_config()  # noqa: F821
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port = int(os.environ["JIGSAW_REMOTE_PORT"])
c.ServerApp.port_retries = 0
c.ServerApp.open_browser = False
c.ServerApp.root_dir = str(home / "root")
c.ServerApp.allow_root = hasattr(os, "geteuid") and os.geteuid() == 0
c.IdentityProvider.token = ""
c.GatewayClient.url = f"http://127.0.0.1:{os.environ['JIGSAW_GATEWAY_PORT']}"
c.LabApp.expose_app_in_browser = True
c.LabApp.user_settings_dir = str(home / "lab" / "user-settings")
c.LabApp.workspaces_dir = str(home / "lab" / "workspaces")
c.LanguageServerManager.autodetect = False
