"""JupyterHub on one machine, below /jupyter/, behind nginx or Apache.

For /etc/jupyterhub/jupyterhub_config.py. docs/deploy.md explains each line.
"""

c = get_config()

# Where the proxy in front finds the hub: this machine alone. The path is that of
# the proxy's site, and ends with a slash.
c.JupyterHub.bind_url = "http://127.0.0.1:8000/jupyter/"

# Who is let in: all who have an account of this machine. Without such a line,
# JupyterHub lets nobody in.
c.Authenticator.allow_all = True

# What a user sees first: JupyterLab, or, with "/jigsaw", nothing but blocks.
c.Spawner.default_url = "/lab"

# Where kernels are found besides those of the hub's own environment: folders that
# have a folder `kernels`.
c.Spawner.environment = {"JUPYTER_PATH": "/opt/kernels/share/jupyter"}
