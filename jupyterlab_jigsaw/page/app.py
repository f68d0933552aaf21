"""The server extension, and the program that starts a server on it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from jupyter_server.extension.application import ExtensionApp, ExtensionAppJinjaMixin

from .._version import __version__
from ..doctor.echo import add_handlers as add_doctor_handlers
from .handlers import PageHandler

HERE = Path(__file__).parent
STATIC = HERE / "static"

LASTING = ("jigsaw-", "assets/")
"""How files are called that the build names by what is in them."""


@dataclass(frozen=True)
class Assets:
    """What a page loads first, by names below its static address."""

    scripts: list[str]
    styles: list[str]
    editor: list[str]
    """What the page of a workspace loads next."""


def read_assets(folder: Path = STATIC) -> Assets:
    """Read what the build wrote; nothing where there was none, as in a checkout."""
    try:
        entry = json.loads((folder / "entry.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Assets([], [], [])
    return Assets(entry["scripts"], entry["styles"], entry["editor"])


class JigsawApp(ExtensionAppJinjaMixin, ExtensionApp):
    """Serves the app page at `/jigsaw`."""

    name = "jigsaw"
    version = __version__
    description = """Program with blocks, on a page of its own.

    A file is opened, and a folder becomes the root of the server.
    """
    examples = """
        jupyter jigsaw                      # start a server, and open the page
        jupyter jigsaw first.jigsaw         # ... on a workspace
        jupyter jigsaw --port=9999          # with an option of the server
        jupyter jigsaw magic install        # %jigsaw for MetaKernel's kernels
        jupyter jigsaw doctor               # what is not as it should be
    """
    extension_url = "/jigsaw"
    file_url_prefix = "jigsaw"
    load_other_extensions = True
    # Without a dict of its own, Jupyter Server fails on a first word that could be a command.
    subcommands: ClassVar[dict] = {}

    assets = Assets([], [], [])

    def initialize_templates(self) -> None:
        """Name the folders of what is served."""
        self.static_paths = [str(STATIC)]
        self.template_paths = [str(HERE / "templates")]
        super().initialize_templates()

    def initialize_settings(self) -> None:
        """Let browsers keep what has another name once there is something else in it."""
        self.assets = read_assets()
        lasting = {f"{self.static_url_prefix.rstrip('/')}/{start}" for start in LASTING}
        kept = {*self.settings.get("static_immutable_cache", []), *lasting}
        self.settings["static_immutable_cache"] = sorted(kept)

    def initialize_handlers(self) -> None:
        """Take over all addresses below `/jigsaw`."""
        add_doctor_handlers(self.serverapp.web_app, self.serverapp.base_url)
        self.handlers.extend([(r"/jigsaw/?", PageHandler), (r"/jigsaw/(.+)", PageHandler)])
