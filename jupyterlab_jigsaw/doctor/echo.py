"""Endpoints that a connection is tried on: they tell what of a request arrived."""

import asyncio
import json
import os
import re
from collections import OrderedDict
from typing import Any

from jupyter_server.auth import authorized
from jupyter_server.base.handlers import APIHandler, JupyterHandler
from jupyter_server.base.websocket import WebSocketMixin
from jupyter_server.utils import ensure_async
from tornado import web
from tornado.httputil import HTTPServerRequest
from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from .._version import __version__

try:
    from jupyter_server.auth.decorator import ws_authenticated
except ImportError:  # Jupyter Server before 2.13, which asks nobody for it.

    def ws_authenticated(method: Any) -> Any:  # noqa: ANN401
        """Leave it to the method."""
        return method


RESOURCE = "jigsaw"
"""What an authorizer is asked about."""

HEADERS = (
    "Connection",
    "Host",
    "Origin",
    "Upgrade",
    "Via",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Port",
    "X-Forwarded-Proto",
    "X-Forwarded-Server",
    "X-Real-IP",
    "X-Scheme",
)
"""Those that are told of. Whatever could be a secret is none of them."""

LONGEST_WAIT = 20.0
"""Seconds that an answer may be held back."""


def headers_of(request: HTTPServerRequest) -> dict[str, str]:
    """Give what arrived of the headers that are told of."""
    return {name: request.headers[name] for name in HEADERS if name in request.headers}


class Attempts:
    """What arrived of the last attempts to open a WebSocket, by their names.

    A browser does not say why one failed, and its script can't see.
    """

    _NAME = re.compile(r"[\w-]{8,64}", re.ASCII)
    _MOST = 50

    def __init__(self) -> None:
        self._known: OrderedDict[str, dict[str, str]] = OrderedDict()

    def note(self, name: str, headers: dict[str, str]) -> None:
        """Remember one, and forget the oldest."""
        if self._NAME.fullmatch(name):
            self._known[name] = headers
            if len(self._known) > self._MOST:
                self._known.popitem(last=False)

    def get(self, name: str) -> dict[str, str] | None:
        """Give what arrived, or None if nothing did."""
        return self._known.get(name)


class EchoHandler(APIHandler):
    """Tells what arrived of the request itself, or of an attempt to open a WebSocket."""

    auth_resource = RESOURCE

    def initialize(self, attempts: Attempts) -> None:
        """Take what is remembered of WebSockets."""
        self._attempts = attempts

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Tell what arrived."""
        name = self.get_query_argument("of", "")
        headers = self._attempts.get(name) if name else headers_of(self.request)
        self.set_header("Cache-Control", "no-store")
        await self.finish(
            json.dumps(
                {
                    "version": __version__,
                    "arrived": headers is not None,
                    "headers": headers or {},
                    "protocol": self.request.protocol,
                    "base_url": self.base_url,
                    "path": self.request.path,
                    "hub": "JUPYTERHUB_SERVICE_PREFIX" in os.environ,
                }
            )
        )

    @web.authenticated
    @authorized
    async def post(self) -> None:
        """Tell that a request which must have its `_xsrf` was let through."""
        self.set_status(204)
        await self.finish()


class StreamHandler(APIHandler):
    """Sends pieces with pauses between them, which show whether somebody collects them."""

    auth_resource = RESOURCE

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Send `pieces` lines, `pause` seconds apart, after a silence of `wait`."""
        wait = min(self._number("wait", 0), LONGEST_WAIT)
        pieces = min(max(int(self._number("pieces", 4)), 1), 10)
        pause = min(max(self._number("pause", 0.5), 0.0), 2.0)
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Type", "text/plain")
        try:
            await asyncio.sleep(wait)
            for piece in range(pieces):
                if piece:
                    await asyncio.sleep(pause)
                self.write(f"{piece}\n")
                await self.flush()
        except StreamClosedError:
            return
        await self.finish(set_content_type="text/plain")

    def _number(self, name: str, otherwise: float) -> float:
        text = self.get_query_argument(name, str(otherwise))
        if not re.fullmatch(r"\d{1,4}(\.\d{1,4})?", text, re.ASCII):
            raise web.HTTPError(400, f"{name} is no number")
        return float(text)


class SocketHandler(WebSocketMixin, WebSocketHandler, JupyterHandler):
    """A WebSocket that answers what it is sent, at once or after a while."""

    auth_resource = RESOURCE

    _MOST = 20
    """Messages that one is answered, so that nobody is kept busy."""

    def initialize(self, attempts: Attempts) -> None:
        """Take what is remembered of WebSockets."""
        self._attempts = attempts
        self._answered = 0

    @property
    def max_message_size(self) -> int:
        """The longest message that is taken, in bytes."""
        return 10_000

    @ws_authenticated
    async def get(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Open it, whatever of the request arrived being remembered."""
        user = self.current_user
        if user is None:
            raise web.HTTPError(403)
        if not await ensure_async(self.authorizer.is_authorized(self, user, "execute", RESOURCE)):
            raise web.HTTPError(403)
        self._attempts.note(self.get_query_argument("id", ""), headers_of(self.request))
        await super().get(*args, **kwargs)

    async def on_message(self, message: str | bytes) -> None:
        """Answer a JSON object with itself, after as many seconds as its `wait` says."""
        try:
            content = json.loads(message)
            wait = float(content.get("wait", 0))
        except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
            self.close(1003)
            return
        self._answered += 1
        if self._answered > self._MOST:
            self.close(1008)
            return
        # A number that is none, too, is none here.
        if wait > 0:
            await asyncio.sleep(min(wait, LONGEST_WAIT))
        try:
            await self.write_message(json.dumps(content))
        except WebSocketClosedError:
            return


def add_handlers(app: web.Application, base_url: str) -> None:
    """Add the endpoints to a server.

    The echo is heard below any path, so that it can tell of a request that a
    proxy has passed on with another one.
    """
    from .report import ReportHandler

    attempts = {"attempts": Attempts()}
    base = re.escape(base_url.rstrip("/"))
    app.add_handlers(
        ".*$",
        [
            (rf"{base}/jigsaw/api/socket", SocketHandler, attempts),
            (rf"{base}/jigsaw/api/stream", StreamHandler),
            (rf"{base}/jigsaw/api/report", ReportHandler),
            (r"/.*jigsaw/api/echo", EchoHandler, attempts),
        ],
    )
