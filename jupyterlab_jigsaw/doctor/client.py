"""What is asked of a server by a shell, and what is said of it."""

import ssl
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse

from .addresses import plain_address, prefix_of
from .findings import Report, finding

PATIENCE = 10.0
"""Seconds that an answer may take that should come at once."""


class Stop(Exception):
    """Nothing further can be tried."""


@dataclass
class Client:
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

    def request(self, path: str, *, known: bool = True, **options: Any) -> HTTPRequest:  # noqa: ANN401
        """Make a request that lets in and follows nothing.

        Without `known` it has no token: what answers may not be Jupyter.
        """
        headers = {"Authorization": f"token {self.token}"} if self.token and known else {}
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

    async def get(self, path: str, **options: Any) -> HTTPResponse:  # noqa: ANN401
        """Ask for a path of the origin.

        Raises
        ------
        Stop
            If there is no answer; that is noted as a finding.
        """
        client = AsyncHTTPClient()
        try:
            return await client.fetch(self.request(path, **options), raise_error=False)
        except (OSError, HTTPClientError, ValueError) as error:
            text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            if isinstance(error, ValueError):
                # It may repeat what was to be sent.
                text = "it can't be asked"
            if isinstance(error, ssl.SSLError):
                text = f"its certificate is not trusted ({error.reason or error})"
            self.find("unreachable", f"{self.origin} does not answer: {text}.")
            raise Stop from None

    def find(self, name: str, seen: str, **options: Any) -> None:  # noqa: ANN401
        """Note a finding, unless it is known."""
        if name in {known.id for known in self.report.findings}:
            return
        of_proxy = finding(name, "").system == "the proxy"
        if of_proxy and self.proxy:
            options.setdefault("system", self.proxy)
        self.report.findings.append(finding(name, seen, prefix=prefix_of(self.path), **options))

    def fine(self, text: str) -> None:
        """Note what is as it should be."""
        self.report.fine.append(text)
