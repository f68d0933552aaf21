"""A server as a strict JupyterHub starts one: a base URL of its own, a cookie, no frames.

It listens on this machine only, on a port of its own, wants a password or a
token, and shows a folder that is thrown away.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from jupyter_server.auth import passwd

home = Path(tempfile.mkdtemp(prefix="jigsaw-hub-"))
atexit.register(shutil.rmtree, home, ignore_errors=True)
for folder in ("root", "config", "data", "runtime", "ipython", "lab"):
    (home / folder).mkdir()
os.environ.update(
    JUPYTER_CONFIG_DIR=str(home / "config"),
    JUPYTER_DATA_DIR=str(home / "data"),
    JUPYTER_RUNTIME_DIR=str(home / "runtime"),
    IPYTHONDIR=str(home / "ipython"),
    JIGSAW_TEST_BLOCKLY=str(Path(__file__).parent.parent / "node_modules" / "blockly"),
)

c = get_config()  # noqa: F821
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port = int(os.environ["JIGSAW_HUB_PORT"])
c.ServerApp.port_retries = 0
c.ServerApp.open_browser = False
c.ServerApp.base_url = "/user/bob/"
c.ServerApp.root_dir = str(home / "root")
c.ServerApp.allow_root = hasattr(os, "geteuid") and os.geteuid() == 0
c.ServerApp.tornado_settings = {
    "headers": {"Content-Security-Policy": "frame-ancestors 'none'; frame-src 'none'"},
}
c.IdentityProvider.token = "token-of-bob"
c.PasswordIdentityProvider.hashed_password = passwd("secret of bob")
c.LabApp.expose_app_in_browser = True
c.JupyterNotebookApp.expose_app_in_browser = True
c.LabApp.user_settings_dir = str(home / "lab" / "user-settings")
c.LabApp.workspaces_dir = str(home / "lab" / "workspaces")
c.LanguageServerManager.autodetect = False
