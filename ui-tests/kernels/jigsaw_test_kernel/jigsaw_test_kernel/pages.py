"""Pages of our own in the place of those that ``%jigsaw`` downloads."""

import io
import os
import urllib.request
from pathlib import Path
from typing import Any

#: Addresses of scripts that the next pages ask for, beside their own.
scripts: list[str] = []

#: Types of blocks that the next pages offer, beside their own.
offered: list[str] = []

#: Whether the next pages speak as those of before postMessage did.
old = False

_PAGES = "https://calysto.github.io/jigsaw_v2/"
_urlopen = urllib.request.urlopen


def page() -> str:
    """Return a page with Blockly in it, since a page may load none from here."""
    blockly = Path(os.environ["JIGSAW_TEST_BLOCKLY"])
    inlined = "".join(
        f"<script>{_script(blockly / name)}</script>"
        for name in (
            "blockly_compressed.js",
            "blocks_compressed.js",
            "msg/en.js",
            "python_compressed.js",
        )
    )
    loaded = "".join(f'<script src="{address}"></script>' for address in scripts)
    blocks = "".join(f'<block type="{kind}"></block>' for kind in offered)
    text = Path(__file__).with_name("page.html").read_text(encoding="utf-8")
    text = text.replace("<!-- SCRIPTS -->", inlined + loaded)
    text = text.replace("<!-- OFFERED -->", f'<category name="More">{blocks}</category>')
    if old:
        text = text.replace(
            "</body>",
            "<script>window.parent.document.jigsaw_register_workspace("
            "'MYWORKSPACENAME', workspace, null);</script></body>",
        )
    return text


def _script(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    # What would end the script that it is put into.
    return text.replace("</script", "<\\/script").replace("//# sourceMappingURL", "//")


def _open(url: Any, *args: Any, **kwargs: Any) -> Any:
    if isinstance(url, str) and url.startswith(_PAGES):
        return io.BytesIO(page().encode())
    return _urlopen(url, *args, **kwargs)


def take_over() -> None:
    """Give the pages to MetaKernel's magics, which take ``urlopen`` as they load."""
    urllib.request.urlopen = _open
