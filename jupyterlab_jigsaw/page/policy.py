"""What a browser may load and run on the app page."""

import re

SELF = "'self'"

HOST = re.compile(r"[\w.\-]+(:\d+)?|\[[\da-fA-F:.]+\](:\d+)?", re.ASCII)
"""A host that can stand in a policy; a client may send anything as one."""


def _socket_sources(host: str, websocket_url: str) -> list[str]:
    """Give where WebSockets may go: to the page's host, and where the server has them go."""
    sources = [f"ws://{host}", f"wss://{host}"] if HOST.fullmatch(host) else []
    scheme, mark, rest = websocket_url.partition("://")
    other = rest.partition("/")[0]
    if mark and scheme in ("ws", "wss") and HOST.fullmatch(other):
        sources.append(f"{scheme}://{other}")
    return sources


def content_security_policy(host: str, websocket_url: str = "") -> str:
    """Give the page's own policy, sent beside that of the server.

    A browser keeps to both, so whatever the server says of frames stays as it
    is. No script is inline and none is made of text; styles are, by Blockly,
    the code editor and what programs show.

    Parameters
    ----------
    host
        The host and port that the browser asked for: for browsers that don't
        count WebSockets to it as `'self'`.
    websocket_url
        Where the server has WebSockets go, if not to the page's host.
    """
    sockets = _socket_sources(host, websocket_url)
    directives = {
        "default-src": ["'none'"],
        "script-src": [SELF],
        "style-src": [SELF, "'unsafe-inline'"],
        "connect-src": [SELF, *sockets],
        "img-src": [SELF, "data:", "blob:"],
        "media-src": [SELF, "data:", "blob:"],
        "font-src": [SELF, "data:"],
        "frame-src": [SELF],
        "base-uri": ["'none'"],
        "form-action": [SELF],
    }
    return "; ".join(" ".join([name, *values]) for name, values in directives.items())
