"""Tries the way to a server as a browser would, from a shell."""

import asyncio
import json
import re
import uuid
from typing import Any
from urllib.parse import urlsplit

from tornado.httpclient import HTTPClientError, HTTPResponse
from tornado.websocket import (
    WebSocketClientConnection,
    WebSocketClosedError,
    websocket_connect,
)

from .addresses import plain_address, prefix_of, split_address
from .client import PATIENCE, Client, Stop
from .findings import Change, Finding, Report, finding, read_report
from .policy import check_policies

ECHO = "jigsaw/api/echo"
"""Where the server tells what arrived, below its base URL."""

PIECES = 5
PAUSE = 0.4
"""How many pieces are asked for, and the seconds between them."""

NOBODY_BEHIND = (424, 502, 503, 504)
"""What proxies say when there is nobody behind, and JupyterHub of a server that does not run."""

REDIRECTS = (301, 302, 303, 307, 308)


class Connection(Client):
    """Tries everything on the way to a server, once."""

    async def check(self) -> Report:
        """Try everything, and say what was found."""
        self.report.facts["url"] = self.url
        try:
            await self._reach()
            echo = await self._echo()
            self._headers(echo)
            ends = await asyncio.gather(
                self._slash(),
                self._socket(),
                self._pieces(),
                self._patience(),
                self._policy(),
                self._server(),
                return_exceptions=True,
            )
            for error in ends:
                # One that got no answer ends alone.
                if error is not None and not isinstance(error, Stop):
                    raise error
        except Stop:
            pass
        self.report.facts["proxy"] = self.proxy
        return self.report

    async def _reach(self) -> None:
        """Whether Jupyter is there at all."""
        if self.origin.startswith("http:"):
            # Without TLS all can read a token, so none is sent where it is not asked for.
            self._lead_to_tls(await self.get(f"{self.path}api", known=False))
        api = await self.get(f"{self.path}api")
        await self._know_proxy(api)
        if api.code in NOBODY_BEHIND:
            self.find("bad-gateway", f"{self.url} answers {api.code}.")
            raise Stop
        if api.code == 404:
            await self._lost(api)
            raise Stop
        self._refused(api)
        if api.code >= 400:
            self.find("server-error", f"{self.url} answers {api.code}.")
            raise Stop
        try:
            number = json.loads(api.body)["version"]
        except (ValueError, KeyError, TypeError):
            self.find("not-authenticated", "A page comes in the place of data: a login, maybe.")
            raise Stop from None
        self.fine(f"Jupyter Server {number} answers at {self.origin}{self.path}")

    def _lead_to_tls(self, answer: HTTPResponse) -> None:
        """Take the address with https if that with http leads to it, on the same host."""
        target = split_address(answer.headers.get("Location", ""))
        if (
            target
            and target.scheme == "https"
            and target.hostname == urlsplit(self.origin).hostname
        ):
            self.origin = f"https://{target.netloc.rpartition('@')[2]}"
            self.fine(f"http leads to {self.origin}")

    def _refused(self, answer: HTTPResponse) -> None:
        """Stop where nobody is let in; a server that knows nobody leads to a login."""
        if answer.code in REDIRECTS:
            target = plain_address(answer.headers.get("Location", ""))
            self.find("not-authenticated", f"The server leads to {target}.")
            raise Stop
        if answer.code in (401, 403):
            given = "the token that was given" if self.token else "no token was given"
            self.find("not-authenticated", f"The server answers {answer.code}: {given}.")
            raise Stop

    async def _know_proxy(self, answer: HTTPResponse) -> None:
        """Know the proxy by what it says of itself; Apache hides behind what it passes on."""
        self._name_proxy(answer.headers.get("Server", ""))
        if self.proxy is None and self.path != "/":
            # Above the hub may be anything.
            top = await self.get("/", known=False)
            self._name_proxy(top.headers.get("Server", ""))

    def _name_proxy(self, name: str) -> None:
        if self.proxy is None:
            known = {"nginx": "nginx", "apache": "Apache", "openresty": "nginx"}
            self.proxy = next(
                (proxy for start, proxy in known.items() if name.lower().startswith(start)), None
            )

    async def _lost(self, answer: HTTPResponse) -> None:
        """Say why there is nothing at the address."""
        address = f"{self.origin}{self.path}"
        text = answer.body.decode(errors="replace")
        # A page of Jupyter names the addresses of its own files.
        own = re.search(r'(?:href|src)="(/[^"]*?)(?:hub/)?static/', text)
        if own is None:
            self.find(
                "wrong-prefix",
                f"{address} answers 404, and not by Jupyter: the path leads to no server.",
            )
        elif own[1] != prefix_of(self.path) and own[1] != self.path:
            base = Change("the address; it is that of the server", f"{self.origin}{own[1]}")
            known = finding("wrong-prefix", "", prefix=own[1]).changes
            self.find(
                "wrong-prefix",
                f"{address} answers 404: the server's base_url is {own[1]}.",
                changes=[base, *known],
            )
        else:
            asked = await self._arrived()
            seen = f"the proxy passes on {asked}" if asked else "the proxy passes another path on"
            # Such as /jupyterapi for /jupyter/api.
            is_glued = asked == f"{own[1].rstrip('/')}{ECHO}"
            self.find(
                "missing-slash" if is_glued else "wrong-prefix",
                f"{address} answers 404, though the server's base_url is {own[1]}: for "
                f"{self.path}{ECHO} {seen}.",
            )

    async def _arrived(self) -> str | None:
        """Give the path that the server was asked for; it listens below any."""
        echo = read_echo(await self.get(f"{self.path}{ECHO}"))
        return str(echo["path"]) if echo else None

    async def _echo(self) -> dict[str, Any]:
        """Whether requests that need a login are let in, and what of them arrives."""
        answer = await self.get(f"{self.path}{ECHO}")
        if answer.code == 404:
            self.has_extension = False
            status = await self.get(f"{self.path}api/me")
            self._refused(status)
            self.find("extension-off", "The server's half of Jigsaw does not answer.")
            return {}
        self._refused(answer)
        echo = read_echo(answer)
        if echo is None:
            self.find("not-authenticated", "A page comes in the place of data: a login, maybe.")
            raise Stop
        self.fine(f"Requests are let in (jupyterlab-jigsaw {echo['version']})")
        return echo

    def _headers(self, echo: dict[str, Any]) -> None:
        """Whether the server knows how it is reached."""
        if not echo:
            return
        headers = echo["headers"]
        if "X-Forwarded-Server" in headers and self.proxy is None:
            self.proxy = "Apache"
        self.report.facts["arrived"] = headers
        scheme = urlsplit(self.origin).scheme
        told = headers.get("X-Scheme") or headers.get("X-Forwarded-Proto") or echo["protocol"]
        # The nearest to the browser comes first, where there is a row of proxies.
        if told.split(",")[0].strip().lower() != scheme:
            self.find(
                "forwarded-proto",
                f"The address begins with {scheme}, and the server was told {told}.",
            )
        else:
            self.fine(f"The server knows that it is reached by {scheme}")
        host = urlsplit(self.origin).netloc
        if not _same_host(headers.get("Host", ""), host, scheme):
            self.find(
                "forwarded-host",
                f"The address is that of {host}, and the server was asked for "
                f"{headers.get('Host', 'none')}.",
            )
        else:
            self.fine(f"The server knows that it is asked for {host}")

    async def _slash(self) -> None:
        """Whether the address without its last slash leads to the one with it."""
        bare = prefix_of(self.path).rstrip("/")
        if not bare:
            return
        answer = await self.get(bare, known=False)
        if answer.code == 404:
            self.find("slash-redirect", f"{self.origin}{bare} answers 404.")
        else:
            self.fine(f"{bare} leads to {bare}/")

    async def _socket(self) -> None:
        """Whether a WebSocket is let through, and lives as long as it must."""
        name = uuid.uuid4().hex
        path = "jigsaw/api/socket" if self.has_extension else "api/events/subscribe"
        address = f"{self.origin}{self.path}{path}?id={name}".replace("http", "ws", 1)
        request = self.request(address, headers={"Origin": self.origin})
        try:
            socket = await asyncio.wait_for(websocket_connect(request), PATIENCE)
        except (HTTPClientError, OSError, asyncio.TimeoutError) as error:
            await self._no_socket(name, error)
            return
        self.fine("A WebSocket is let through")
        if self.has_extension:
            await self._silence(socket)
        socket.close()

    async def _no_socket(self, name: str, error: Exception) -> None:
        code = error.code if isinstance(error, HTTPClientError) else None
        says = f"the answer was {code}" if code else "there was no answer"
        if self.has_extension:
            seen = read_echo(await self.get(f"{self.path}{ECHO}?of={name}"))
            arrived, headers = (seen["arrived"], seen["headers"]) if seen else (False, {})
        else:
            # Of a server itself: its words for a request without Upgrade.
            arrived, headers = code == 400, {}
        lost = [one for one in ("Upgrade", "Connection") if not _asks(headers, one)]
        if not arrived:
            self.find("websocket-refused", f"No WebSocket is let through: {says}.")
        elif lost:
            self.find(
                "websocket-upgrade",
                f"The request for a WebSocket arrived as a plain one: {' and '.join(lost)} "
                "got lost on the way.",
            )
        else:
            self.find(
                "websocket-origin",
                f"The server refuses the WebSocket of a page at {self.origin}: "
                f"it was asked for {headers.get('Host', 'no host')}.",
            )

    async def _silence(self, socket: WebSocketClientConnection) -> None:
        if not await self._answers(socket, 0):
            self.find("websocket-silent", "A WebSocket opens, and brings no answer.")
        elif not await self._answers(socket, self.wait):
            self.find("read-timeout", f"A WebSocket that is silent for {self.wait:g} s is cut off.")
        else:
            self.fine(f"A WebSocket outlives {self.wait:g} s of silence")

    async def _answers(self, socket: WebSocketClientConnection, wait: float) -> bool:
        message = json.dumps({"wait": wait})
        try:
            await socket.write_message(message)
            answer = await asyncio.wait_for(socket.read_message(), wait + PATIENCE)
        except (OSError, asyncio.TimeoutError, WebSocketClosedError):
            return False
        return answer == message

    async def _pieces(self) -> None:
        """Whether what is sent bit by bit arrives so."""
        if not self.has_extension:
            return
        loop = asyncio.get_running_loop()
        times: list[float] = []
        answer = await self.get(
            f"{self.path}jigsaw/api/stream?pieces={PIECES}&pause={PAUSE}",
            streaming_callback=lambda _: times.append(loop.time()),
        )
        if answer.code != 200 or not times:
            return
        whole = PAUSE * (PIECES - 1)
        if times[-1] - times[0] < whole / 2:
            self.find("buffering", f"{PIECES} pieces, sent over {whole:g} s, arrived in one.")
        else:
            self.fine("What is sent bit by bit arrives so")

    async def _patience(self) -> None:
        """Whether an answer may take its time."""
        if not self.has_extension:
            return
        path = f"{self.path}jigsaw/api/stream?pieces=1&wait={self.wait:g}"
        answer = await self.get(path, request_timeout=self.wait + PATIENCE)
        if answer.code in (*NOBODY_BEHIND, 599):
            self.find(
                "read-timeout",
                f"An answer that takes {self.wait:g} s does not come: {answer.code}.",
            )
        elif answer.code == 200:
            self.fine(f"An answer may take {self.wait:g} s")

    async def _policy(self) -> None:
        """Find out what happens to frames."""
        page = await self.get(f"{self.path}lab")
        file = await self.get(f"{self.path}files/jigsaw-doctor")
        name = "Content-Security-Policy"
        pages, files = page.headers.get_list(name), file.headers.get_list(name)
        self.report.facts["policies"] = {"pages": pages, "files": files}
        found: list[Finding] = check_policies(pages, files)
        self.report.findings += found
        if not found:
            self.fine("Pages and files of the server may be shown in frames")

    async def _server(self) -> None:
        """Ask what the server sees."""
        if not self.has_extension:
            return
        answer = await self.get(f"{self.path}jigsaw/api/report", request_timeout=60)
        other = read_report(answer.body)
        if other is None:
            self.find("server-error", f"The server could not report: it answers {answer.code}.")
            return
        self.report.add(other)


def read_echo(answer: HTTPResponse) -> dict[str, Any] | None:
    """Give what the server says that arrived, or None if that is not what came."""
    try:
        echo = json.loads(answer.body)
    except (ValueError, RecursionError):
        return None
    kinds = {"version": str, "arrived": bool, "headers": dict, "protocol": str, "path": str}
    is_echo = isinstance(echo, dict) and all(
        isinstance(echo.get(name), kind) for name, kind in kinds.items()
    )
    if not is_echo or not all(isinstance(value, str) for value in echo["headers"].values()):
        return None
    return echo


def _same_host(one: str, other: str, scheme: str) -> bool:
    usual = ":443" if scheme == "https" else ":80"
    return one.lower().removesuffix(usual) == other.lower().removesuffix(usual)


def _asks(headers: dict[str, str], name: str) -> bool:
    word = "websocket" if name == "Upgrade" else "upgrade"
    return word in headers.get(name, "").lower()
