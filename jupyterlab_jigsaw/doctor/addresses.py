"""Addresses, as they may stand in a report."""

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit


def split_address(url: str) -> SplitResult | None:
    """Take an address apart, or give None if it is none, as a server may send one."""
    try:
        parts = urlsplit(url)
        # It is read only when it is asked for.
        _ = parts.port
    except ValueError:
        return None
    return parts


def plain_address(url: str) -> str:
    """Give an address without what may be a secret: a user, a query."""
    parts = split_address(url)
    if parts is None:
        return "an address that can't be read"
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path or "/", "", ""))


def prefix_of(path: str) -> str:
    """Give the path that a proxy has of an address: that of the hub, not of a user."""
    return re.sub(r"(?<=/)user/[^/]+/.*$", "", path)
