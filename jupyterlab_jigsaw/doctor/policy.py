"""What a Content-Security-Policy does to frames."""

from collections.abc import Iterable

from .findings import Finding, finding


def directives(policy: str) -> dict[str, list[str]]:
    """Read a policy; of one name the first counts, as in browsers."""
    found: dict[str, list[str]] = {}
    for part in policy.split(";"):
        name, *values = part.split() or [""]
        if name:
            found.setdefault(name.lower(), values)
    return found


def _policies(headers: Iterable[str]) -> list[dict[str, list[str]]]:
    return [directives(part) for header in headers for part in header.split(",")]


def check_policies(pages: Iterable[str], files: Iterable[str]) -> list[Finding]:
    """Say what happens to frames.

    Parameters
    ----------
    pages
        The policies of JupyterLab's page.
    files
        Those of files, which are the pages that frames show.
    """
    found = []
    for policy in _policies(files):
        ancestors = policy.get("frame-ancestors")
        if ancestors is not None and "'self'" not in ancestors and "*" not in ancestors:
            found.append(
                finding(
                    "frames-forbidden",
                    f"Files come with frame-ancestors {' '.join(ancestors) or 'and no place'}.",
                )
            )
            break
    for policy in _policies(pages):
        name = next((one for one in ("frame-src", "child-src", "default-src") if one in policy), "")
        if name and "*" not in policy[name] and not any(":" in one for one in policy[name]):
            found.append(finding("frame-src", f"Pages come with {name} {' '.join(policy[name])}."))
            break
    return found
