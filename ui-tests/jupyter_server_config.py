"""The server of the browser tests: JupyterLab and Notebook 7 in one.

It asks for a token, as everybody's does. Galata's helper turns other things off,
so it listens on this machine only, on a port of its own, and shows a folder that
is thrown away.
"""

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from jupyterlab.galata import configure_jupyter_server

# Nothing of the user's own settings, sessions or kernels takes part.
home = Path(tempfile.mkdtemp(prefix="jigsaw-ui-"))
atexit.register(shutil.rmtree, home, ignore_errors=True)
for folder in ("root", "config", "data", "runtime", "ipython", "matplotlib"):
    (home / folder).mkdir()
os.environ.update(
    JUPYTERLAB_GALATA_ROOT_DIR=str(home / "root"),
    JUPYTER_CONFIG_DIR=str(home / "config"),
    JUPYTER_DATA_DIR=str(home / "data"),
    JUPYTER_RUNTIME_DIR=str(home / "runtime"),
    IPYTHONDIR=str(home / "ipython"),
    MPLCONFIGDIR=str(home / "matplotlib"),
)

# What the test kernel's pages of %jigsaw are made of.
here = Path(__file__).parent
os.environ["JIGSAW_TEST_BLOCKLY"] = str(here.parent / "node_modules" / "blockly")

# A kernel whose language Jigsaw has no generator for.
klingon = home / "data" / "kernels" / "klingon"
klingon.mkdir(parents=True)
program = here / "kernels" / "klingon" / "klingon_kernel.py"
spec = {
    "argv": [sys.executable, str(program), "-f", "{connection_file}"],
    "display_name": "Klingon",
    "language": "klingon",
}
(klingon / "kernel.json").write_text(json.dumps(spec))

# MetaKernel's kernels of other languages, with %jigsaw of ours, which the test
# kernel must not have.
with_magic = {**os.environ, "IPYTHONDIR": str(home / "ipython-with-magic")}
subprocess.run(["jupyter", "jigsaw", "magic", "install"], env=with_magic, check=True)
for name in ("calysto_scheme", "octave"):
    spec = json.loads((Path(sys.prefix, "share/jupyter/kernels", name) / "kernel.json").read_text())
    spec["env"] = {"IPYTHONDIR": with_magic["IPYTHONDIR"]}
    folder = home / "data" / "kernels" / f"{name}_with_magic"
    folder.mkdir()
    (folder / "kernel.json").write_text(json.dumps(spec))

sys.path.insert(0, str(here))

c = get_config()  # noqa: F821
configure_jupyter_server(c)
# The measurements have none.
c.IdentityProvider.token = os.environ.get("JIGSAW_UI_TOKEN", "")
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port = int(os.environ["JIGSAW_UI_PORT"])
c.ServerApp.allow_root = hasattr(os, "geteuid") and os.geteuid() == 0
c.JupyterNotebookApp.expose_app_in_browser = True
c.LabApp.user_settings_dir = str(home / "config" / "lab" / "user-settings")
# A browser test is over before a language server is up.
c.LanguageServerManager.autodetect = False
# Folders in which nothing can be written.
c.ServerApp.contents_manager_class = "failing_contents.FailingContentsManager"
