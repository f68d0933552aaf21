"""What answers below `/jigsaw`."""

from typing import Any

from jupyter_server.auth import authorized
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.extension.handler import ExtensionHandlerJinjaMixin, ExtensionHandlerMixin
from jupyter_server.utils import ensure_async
from tornado import web

from .._version import __version__
from .policy import content_security_policy


class PageHandler(ExtensionHandlerJinjaMixin, ExtensionHandlerMixin, JupyterHandler):
    """The page of a folder's workspaces, or of one workspace.

    What is shown is the browser's work, by the REST API. Here it is only said
    what there is at the path, for the status of the answer.
    """

    auth_resource = "contents"

    @web.authenticated
    @authorized
    async def get(self, path: str = "") -> None:
        """Answer with the page."""
        path = path.strip("/")
        kind, status = await self._look(path)
        policy = content_security_policy(self.request.host, self.serverapp.websocket_url)
        self.set_status(status)
        self.add_header("Content-Security-Policy", policy)
        self.set_header("Cache-Control", "no-store")
        await self.finish(
            self.render_template(
                "page.html",
                assets=self.extensionapp.assets,
                page_config=self._config(path, kind),
                static=f"{self.static_url_prefix.rstrip('/')}/",
            )
        )

    async def _look(self, path: str) -> tuple[str, int]:
        """Find out what there is at a path, and which status says so."""
        contents = self.contents_manager
        try:
            if path and not contents.allow_hidden and await ensure_async(contents.is_hidden(path)):
                return "missing", 404
            if await ensure_async(contents.dir_exists(path)):
                return "folder", 200
            if await ensure_async(contents.file_exists(path)):
                return "file", 200
        except web.HTTPError as error:
            # Out of the server's root, or not to be looked into.
            return ("forbidden", 403) if error.status_code == 403 else ("missing", 404)
        except PermissionError:
            return "forbidden", 403
        except (OSError, ValueError):
            # No name of a file at all, or one below a file.
            pass
        return "missing", 404

    def _config(self, path: str, kind: str) -> dict[str, Any]:
        """Put together what the page is told; no token is in it."""
        return {
            "appName": "Jigsaw",
            "appVersion": __version__,
            "baseUrl": self.base_url,
            "wsUrl": self.serverapp.websocket_url,
            "jigsawKind": kind,
            "jigsawPath": path,
            "jigsawStaticUrl": f"{self.static_url_prefix.rstrip('/')}/",
        }
