"""Tries a connection as a browser would, from a shell."""

import asyncio
import json
import re
import ssl
import uuid
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from .findings import Change, Finding, Report, finding
from .policy import check_policies

PATIENCE = 10.0
"""Seconds that an answer may take that should come at once."""

ECHO = "jigsaw/api/echo"
"""Where the server tells what arrived, below its base URL."""

PIECES = 5
PAUSE = 0.4
"""How many pieces are asked for, and the seconds between them."""

NOBODY_BEHIND = (424, 502, 503, 504)
"""What proxies say when there is nobody behind, and JupyterHub of a server that does not run."""


def plain_address(url: str) -> str:
    """Give an address without what may be a secret: a user, a query."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path or "/", "", ""))


def prefix_of(path: str) -> str:
    """Give the path that a proxy has of an address: that of the hub, not of a user."""
    return re.sub(r"(?<=/)user/[^/]+/.*$", "", path)


class _Stop(Exception):
    """Nothing further can be tried."""


@dataclass
class Connection:
    """An address, and what is found on the way to it.

    Attributes
    ----------
    url
        The server's, base URL and all.
    token
        What lets in; it goes into requests and nowhere else.
    wait
        Seconds of silence that a WebSocket must outlive.
    ca_file
        Certificates to trust in the place of the system's.
    """

    url: str
    token: str | None = None
    wait: float = 8.0
    ca_file: str | None = None
    report: Report = field(default_factory=Report)
    proxy: str | None = None
    has_extension: bool = True

    def __post_init__(self) -> None:
        self.url = plain_address(self.url)
        parts = urlsplit(self.url)
        self.origin = f"{parts.scheme}://{parts.netloc}"
        self.path = parts.path if parts.path.endswith("/") else f"{parts.path}/"

    async def check(self) -> Report:
        """Try everything, and say what was found."""
        self.report.facts["url"] = self.url
        try:
            await self._reach()
            echo = await self._echo()
            self._headers(echo)
            await asyncio.gather(
                self._slash(),
                self._socket(),
                self._pieces(),
                self._patience(),
                self._policy(),
                self._server(),
            )
        except _Stop:
            pass
        self.report.facts["proxy"] = self.proxy
        return self.report

    # What is asked, and what is said.

    def _request(self, path: str, **options: Any) -> HTTPRequest:  # noqa: ANN401
        headers = {"Authorization": f"token {self.token}"} if self.token else {}
        headers |= options.pop("headers", {})
        url = path if "://" in path else f"{self.origin}{path}"
        options.setdefault("request_timeout", PATIENCE)
        return HTTPRequest(
            url,
            headers=headers,
            ca_certs=self.ca_file,
            follow_redirects=False,
            connect_timeout=PATIENCE,
            **options,
        )

    async def _get(self, path: str, **options: Any) -> HTTPResponse:  # noqa: ANN401
        client = AsyncHTTPClient()
        try:
            return await client.fetch(self._request(path, **options), raise_error=False)
        except (OSError, HTTPClientError, ValueError) as error:
            text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            if isinstance(error, ssl.SSLError):
                text = f"its certificate is not trusted ({error.reason or error})"
            self._find("unreachable", f"{self.origin} does not answer: {text}.")
            raise _Stop from None

    def _find(self, name: str, seen: str, **options: Any) -> None:  # noqa: ANN401
        if name in {found.id for found in self.report.findings}:
            return
        of_proxy = finding(name, "").system == "the proxy"
        if of_proxy and self.proxy:
            options.setdefault("system", self.proxy)
        self.report.findings.append(finding(name, seen, prefix=prefix_of(self.path), **options))

    def _fine(self, text: str) -> None:
        self.report.fine.append(text)

    # The checks, in their order.

    async def _reach(self) -> None:
        """Whether Jupyter is there at all."""
        api = await self._get(f"{self.path}api")
        await self._know_proxy(api)
        if api.code in NOBODY_BEHIND:
            self._find("bad-gateway", f"{self.url} answers {api.code}.")
            raise _Stop
        if api.code == 404:
            await self._lost(api)
            raise _Stop
        self._refused(api)
        if api.code >= 400:
            self._find("server-error", f"{self.url} answers {api.code}.")
            raise _Stop
        try:
            number = json.loads(api.body)["version"]
        except (ValueError, KeyError, TypeError):
            self._find("not-authenticated", "A page comes in the place of data: a login, maybe.")
            raise _Stop from None
        self._fine(f"Jupyter Server {number} answers at {self.origin}{self.path}")

    def _refused(self, answer: HTTPResponse) -> None:
        """Stop where nobody is let in; a server that knows nobody leads to a login."""
        if answer.code in (301, 302, 303, 307, 308):
            target = plain_address(answer.headers.get("Location", ""))
            self._find("not-authenticated", f"The server leads to {target}.")
            raise _Stop
        if answer.code in (401, 403):
            given = "the token that was given" if self.token else "no token was given"
            self._find("not-authenticated", f"The server answers {answer.code}: {given}.")
            raise _Stop

    async def _know_proxy(self, answer: HTTPResponse) -> None:
        """Know the proxy by what it says of itself; Apache hides behind what it passes on."""
        self._name_proxy(answer.headers.get("Server", ""))
        if self.proxy is None and self.path != "/":
            self._name_proxy((await self._get("/")).headers.get("Server", ""))

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
            self._find(
                "wrong-prefix",
                f"{address} answers 404, and not by Jupyter: the path leads to no server.",
            )
        elif own[1] != prefix_of(self.path) and own[1] != self.path:
            base = Change("the address; it is that of the server", f"{self.origin}{own[1]}")
            known = finding("wrong-prefix", "", prefix=own[1]).changes
            self._find(
                "wrong-prefix",
                f"{address} answers 404: the server's base_url is {own[1]}.",
                changes=[base, *known],
            )
        else:
            asked = await self._arrived()
            seen = f"the proxy passes on {asked}" if asked else "the proxy passes another path on"
            # Such as /jupyterapi for /jupyter/api.
            is_glued = asked == f"{own[1].rstrip('/')}{ECHO}"
            self._find(
                "missing-slash" if is_glued else "wrong-prefix",
                f"{address} answers 404, though the server's base_url is {own[1]}: for "
                f"{self.path}{ECHO} {seen}.",
            )

    async def _arrived(self) -> str | None:
        """Give the path that the server was asked for; it listens below any."""
        answer = await self._get(f"{self.path}{ECHO}")
        try:
            return str(json.loads(answer.body)["path"])
        except (ValueError, KeyError, TypeError):
            return None

    async def _echo(self) -> dict[str, Any]:
        """Whether requests that need a login are let in, and what of them arrives."""
        answer = await self._get(f"{self.path}{ECHO}")
        if answer.code == 404:
            self.has_extension = False
            status = await self._get(f"{self.path}api/status")
            self._refused(status)
            self._find("extension-off", "The server's half of Jigsaw does not answer.")
            return {}
        self._refused(answer)
        try:
            echo = json.loads(answer.body)
            self._fine(f"Requests are let in (jupyterlab-jigsaw {echo['version']})")
        except (ValueError, KeyError, TypeError):
            self._find("not-authenticated", "A page comes in the place of data: a login, maybe.")
            raise _Stop from None
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
            self._find(
                "forwarded-proto",
                f"The address begins with {scheme}, and the server was told {told}.",
            )
        else:
            self._fine(f"The server knows that it is reached by {scheme}")
        host = urlsplit(self.origin).netloc
        if not _same_host(headers.get("Host", ""), host, scheme):
            self._find(
                "forwarded-host",
                f"The address is that of {host}, and the server was asked for "
                f"{headers.get('Host', 'none')}.",
            )
        else:
            self._fine(f"The server knows that it is asked for {host}")

    async def _slash(self) -> None:
        """Whether the address without its last slash leads to the one with it."""
        bare = prefix_of(self.path).rstrip("/")
        if not bare:
            return
        answer = await self._get(bare)
        if answer.code == 404:
            self._find("slash-redirect", f"{self.origin}{bare} answers 404.")
        else:
            self._fine(f"{bare} leads to {bare}/")

    async def _socket(self) -> None:
        """Whether a WebSocket is let through, and lives as long as it must."""
        name = uuid.uuid4().hex
        path = "jigsaw/api/socket" if self.has_extension else "api/events/subscribe"
        address = f"{self.origin}{self.path}{path}?id={name}".replace("http", "ws", 1)
        request = self._request(address, headers={"Origin": self.origin})
        try:
            socket = await asyncio.wait_for(websocket_connect(request), PATIENCE)
        except (HTTPClientError, OSError, asyncio.TimeoutError) as error:
            await self._no_socket(name, error)
            return
        self._fine("A WebSocket is let through")
        if self.has_extension:
            await self._silence(socket)
        socket.close()

    async def _no_socket(self, name: str, error: Exception) -> None:
        code = error.code if isinstance(error, HTTPClientError) else None
        says = f"the answer was {code}" if code else "there was no answer"
        if self.has_extension:
            seen = json.loads((await self._get(f"{self.path}{ECHO}?of={name}")).body)
            arrived, headers = seen["arrived"], seen["headers"]
        else:
            # Of a server itself: its words for a request without Upgrade.
            arrived, headers = code == 400, {}
        lost = [one for one in ("Upgrade", "Connection") if not _asks(headers, one)]
        if not arrived:
            self._find("websocket-refused", f"No WebSocket is let through: {says}.")
        elif lost:
            self._find(
                "websocket-upgrade",
                f"The request for a WebSocket arrived as a plain one: {' and '.join(lost)} "
                "got lost on the way.",
            )
        else:
            self._find(
                "websocket-origin",
                f"The server refuses the WebSocket of a page at {self.origin}: "
                f"it was asked for {headers.get('Host', 'no host')}.",
            )

    async def _silence(self, socket: WebSocketClientConnection) -> None:
        if not await self._answers(socket, 0):
            self._find("websocket-silent", "A WebSocket opens, and brings no answer.")
        elif not await self._answers(socket, self.wait):
            self._find(
                "read-timeout", f"A WebSocket that is silent for {self.wait:g} s is cut off."
            )
        else:
            self._fine(f"A WebSocket outlives {self.wait:g} s of silence")

    async def _answers(self, socket: WebSocketClientConnection, wait: float) -> bool:
        message = json.dumps({"wait": wait})
        try:
            await socket.write_message(message)
            answer = await asyncio.wait_for(socket.read_message(), wait + PATIENCE)
        except (OSError, asyncio.TimeoutError):
            return False
        return answer == message

    async def _pieces(self) -> None:
        """Whether what is sent bit by bit arrives so."""
        if not self.has_extension:
            return
        loop = asyncio.get_running_loop()
        times: list[float] = []
        answer = await self._get(
            f"{self.path}jigsaw/api/stream?pieces={PIECES}&pause={PAUSE}",
            streaming_callback=lambda _: times.append(loop.time()),
        )
        if answer.code != 200 or not times:
            return
        whole = PAUSE * (PIECES - 1)
        if times[-1] - times[0] < whole / 2:
            self._find("buffering", f"{PIECES} pieces, sent over {whole:g} s, arrived in one.")
        else:
            self._fine("What is sent bit by bit arrives so")

    async def _patience(self) -> None:
        """Whether an answer may take its time."""
        if not self.has_extension:
            return
        path = f"{self.path}jigsaw/api/stream?pieces=1&wait={self.wait:g}"
        answer = await self._get(path, request_timeout=self.wait + PATIENCE)
        if answer.code in (*NOBODY_BEHIND, 599):
            self._find(
                "read-timeout",
                f"An answer that takes {self.wait:g} s does not come: {answer.code}.",
            )
        else:
            self._fine(f"An answer may take {self.wait:g} s")

    async def _policy(self) -> None:
        """Find out what happens to frames."""
        page = await self._get(f"{self.path}lab")
        file = await self._get(f"{self.path}files/jigsaw-doctor")
        name = "Content-Security-Policy"
        pages, files = page.headers.get_list(name), file.headers.get_list(name)
        self.report.facts["policies"] = {"pages": pages, "files": files}
        found: list[Finding] = check_policies(pages, files)
        self.report.findings += found
        if not found:
            self._fine("Pages and files of the server may be shown in frames")

    async def _server(self) -> None:
        """Ask what the server sees."""
        if not self.has_extension:
            return
        answer = await self._get(f"{self.path}jigsaw/api/report", request_timeout=60)
        try:
            seen = json.loads(answer.body)
            other = Report(
                [
                    Finding(**{**one, "changes": [Change(**each) for each in one["changes"]]})
                    for one in seen["findings"]
                ],
                seen["fine"],
                seen["facts"],
            )
        except (ValueError, KeyError, TypeError):
            self._find("server-error", f"The server could not report: it answers {answer.code}.")
            return
        self.report.add(other)


def _same_host(one: str, other: str, scheme: str) -> bool:
    usual = ":443" if scheme == "https" else ":80"
    return one.lower().removesuffix(usual) == other.lower().removesuffix(usual)


def _asks(headers: dict[str, str], name: str) -> bool:
    word = "websocket" if name == "Upgrade" else "upgrade"
    return word in headers.get(name, "").lower()
