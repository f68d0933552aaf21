"""What a browser may load and run on the app page."""

import re

SELF = "'self'"

HOST = re.compile(r"[\w.\-]+(:\d+)?|\[[\da-fA-F:.]+\](:\d+)?", re.ASCII)
"""A host that can stand in a policy; a client may send anything as one."""


def content_security_policy(host: str) -> str:
    """Give the page's own policy, sent beside that of the server.

    A browser keeps to both, so whatever the server says of frames stays as it
    is. No script is inline and none is made of text; styles are, by Blockly,
    the code editor and what programs show.

    Parameters
    ----------
    host
        The host and port that the browser asked for: for browsers that don't
        count WebSockets to it as `'self'`.
    """
    sockets = [f"ws://{host}", f"wss://{host}"] if HOST.fullmatch(host) else []
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
