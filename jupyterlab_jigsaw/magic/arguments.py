"""The command line of `%jigsaw`."""

import argparse
import re
import shlex
from dataclasses import dataclass
from typing import NoReturn

from .languages import LANGUAGES, find_language

DEFAULT_HEIGHT = 350
"""As MetaKernel's, in pixels."""

MIN_HEIGHT, MAX_HEIGHT = 100, 5000

USAGE = "%jigsaw [LANGUAGE] [--workspace NAME] [--height PIXELS]"

# As in src/protocol/filename.ts: what leads elsewhere on some system, what an
# encoded name hides, and what can't be seen.
_HOSTILE = re.compile(r'[\\:*?"<>|%\x00-\x1f\x7f-\x9f\u2028\u2029]')
_MAX_NAME = 200


class UsageError(ValueError):
    """A command line that can't be understood; its text is for the user."""


@dataclass(frozen=True)
class Arguments:
    """What a command line asks for.

    Attributes
    ----------
    language
        The id of a language, or the kernel's own name of its language.
    workspace
        The path, without an ending, of a workspace file beside the notebook;
        None if the blocks live in the notebook alone.
    height
        Of the blocks, in pixels.
    """

    language: str
    workspace: str | None
    height: int


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[0].upper()}{message[1:]}. Usage: {USAGE}")


def _parser() -> _Parser:
    # MetaKernel's -h is the height.
    parser = _Parser(prog="%jigsaw", add_help=False, allow_abbrev=False)
    parser.add_argument("language", nargs="*")
    parser.add_argument("-w", "--workspace")
    parser.add_argument("-h", "--height", default=str(DEFAULT_HEIGHT))
    return parser


def parse(line: str, kernel_language: str) -> Arguments:
    """Read what follows `%jigsaw`.

    Parameters
    ----------
    line
        The rest of the line.
    kernel_language
        What to take when no language is named.

    Raises
    ------
    UsageError
        If it can't be understood, with a sentence that says what can.
    """
    try:
        words = shlex.split(line)
    except ValueError as error:
        raise UsageError(f"A quotation mark is missing ({error}). Usage: {USAGE}") from None
    found = _parser().parse_intermixed_args(words)
    return Arguments(
        language=_language(" ".join(found.language), kernel_language),
        workspace=None if found.workspace is None else _workspace(found.workspace),
        height=_height(found.height),
    )


def _language(name: str, kernel_language: str) -> str:
    own = kernel_language.strip().lower()
    if not name or name.lower() == own:
        return find_language(own) or own
    known = find_language(name)
    if known is None:
        names = ", ".join(LANGUAGES)
        raise UsageError(
            f"There are no blocks for {name!r}. There are for: {names}. "
            "Without a name, %jigsaw takes the language of the kernel."
        )
    return known


def _workspace(name: str) -> str:
    name = re.sub(r"\.(jigsaw|xml)$", "", name.strip())
    parts = name.split("/")
    if (
        len(name) > _MAX_NAME
        or _HOSTILE.search(name)
        or any(re.search(r"^$|^[.\s]|[.\s]$", part) for part in parts)
    ):
        raise UsageError(
            f"{name!r} can't be the name of a workspace: it has to be a plain name, "
            "or the path of a file in a folder below this one."
        )
    return name


def _height(text: str) -> int:
    try:
        height = int(text)
    except ValueError:
        raise UsageError(f"The height has to be a number of pixels, not {text!r}.") from None
    return max(MIN_HEIGHT, min(MAX_HEIGHT, height))
