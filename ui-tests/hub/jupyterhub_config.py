"""The hub of the tests: the one that `deploy/` ships, with users of its own.

It listens on this machine only, and keeps all it has in a folder that is thrown
away.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

here = Path(__file__).parent
root = here.parent.parent
home = Path(tempfile.mkdtemp(prefix="jigsaw-jupyterhub-"))
atexit.register(shutil.rmtree, home, ignore_errors=True)

load_subconfig(str(root / "deploy" / "jupyterhub_config.py"))  # noqa: F821

c = get_config()  # noqa: F821
shipped = c.JupyterHub.bind_url
assert shipped == "http://127.0.0.1:8000/jupyter/", shipped
c.JupyterHub.bind_url = shipped.replace("8000", os.environ["JIGSAW_JUPYTERHUB_PORT"])
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{os.environ['JIGSAW_JUPYTERHUB_API_PORT']}"
c.JupyterHub.db_url = f"sqlite:///{home}/hub.sqlite"
c.JupyterHub.cookie_secret_file = str(home / "secret")
c.ConfigurableHTTPProxy.pid_file = str(home / "proxy.pid")
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{os.environ['JIGSAW_JUPYTERHUB_PROXY_PORT']}"
c.ConfigurableHTTPProxy.command = [
    os.environ["JIGSAW_NODE"],
    str(root / "node_modules/configurable-http-proxy/bin/configurable-http-proxy"),
]

# Whoever says the word is let in.
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = os.environ["JIGSAW_JUPYTERHUB_TOKEN"]
assert c.Authenticator.allow_all is True

# No accounts of the system: every user has a folder here.
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(home / "{username}")
c.Spawner.args = ["--LabApp.expose_app_in_browser=True"]
if hasattr(os, "geteuid") and os.geteuid() == 0:
    c.Spawner.args.append("--allow-root")


def show_only_blocks(spawner):
    """Give a class the default URL that docs/deploy.md names."""
    if spawner.user.name.startswith("class-"):
        spawner.default_url = "/jigsaw"


c.Spawner.pre_spawn_hook = show_only_blocks

# A kernel of another environment than the hub's, as an administrator has put it.
kernels = c.Spawner.environment["JUPYTER_PATH"]
assert kernels == "/opt/kernels/share/jupyter", kernels
shutil.copytree(
    root / ".venv/share/jupyter/kernels/jigsaw_test_metakernel",
    home / "shared/kernels/of_another_prefix",
)
c.Spawner.environment = {
    "JUPYTER_PATH": str(home / "shared"),
    "JIGSAW_TEST_BLOCKLY": str(root / "node_modules" / "blockly"),
}

# The tests stop and start servers as an administrator.
c.JupyterHub.services = [{"name": "tests", "api_token": os.environ["JIGSAW_JUPYTERHUB_TOKEN"]}]
c.JupyterHub.load_roles = [
    {"name": "tests", "scopes": ["admin:servers", "list:users"], "services": ["tests"]}
]
