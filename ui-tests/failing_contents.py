"""Files that cannot be written, for the browser tests.

A disk that is full and a folder that is somebody else's are hard to come by
where tests run as root; here the name of a folder says what happens in it.
"""

from typing import Any

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from tornado.web import HTTPError

#: What a save is answered with, by the name of a folder above the file.
REFUSALS = {
    "read-only": (403, "Permission denied"),
    "locked": (403, "Permission denied"),
    "full": (507, "No space left on device"),
}


class FailingContentsManager(AsyncLargeFileManager):
    """Refuses to write into some folders; what is in them is moved there."""

    async def get(self, path: str, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Say of files in ``read-only`` that they may not be written."""
        model: dict[str, Any] = await super().get(path, *args, **kwargs)
        if "read-only" in folders(path):
            model["writable"] = False
        return model

    async def save(self, model: dict[str, Any], path: str = "") -> dict[str, Any]:
        """Save a file, unless its folder has none of it."""
        for folder in folders(path):
            if folder in REFUSALS:
                status, reason = REFUSALS[folder]
                raise HTTPError(status, f"{reason}: {path}", reason=reason)
        saved: dict[str, Any] = await super().save(model, path)
        return saved


def folders(path: str) -> list[str]:
    """Name the folders that a file is in."""
    return path.strip("/").split("/")[:-1]
