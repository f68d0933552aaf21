"""Whom the shipped configurations let in; that they run is for `ui-tests/hub`."""

from importlib.metadata import entry_points
from pathlib import Path

import yaml
from jupyterhub.auth import NullAuthenticator, PAMAuthenticator
from traitlets.config.loader import PyFileConfigLoader

DEPLOY = Path(__file__).parents[2] / "deploy"


def test_the_hub_lets_in_whom_the_machine_knows():
    config = PyFileConfigLoader("jupyterhub_config.py", str(DEPLOY)).load_config()
    authenticator = PAMAuthenticator(config=config)
    assert "authenticator_class" not in config.JupyterHub
    assert authenticator.check_allowed("ada", None)


def test_the_chart_lets_in_nobody_before_it_is_said_who():
    values = yaml.safe_load((DEPLOY / "values.yaml").read_text(encoding="utf-8"))
    name = values["hub"]["config"]["JupyterHub"]["authenticator_class"]
    [found] = entry_points(group="jupyterhub.authenticators", name=name)
    assert found.load() is NullAuthenticator
