"""The command line of %jigsaw."""

import re
from pathlib import Path

import pytest

from jupyterlab_jigsaw.magic import Arguments, UsageError, parse
from jupyterlab_jigsaw.magic.arguments import USAGE
from jupyterlab_jigsaw.magic.languages import LANGUAGES


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", ("octave", None, 350)),
        ("Python", ("python", None, 350)),
        ("IPython", ("python", None, 350)),
        ("Octave", ("octave", None, 350)),
        ("Processing --workspace workspace1 --height 600", ("processing", "workspace1", 600)),
        ("-w ws -h 400 Lua", ("lua", "ws", 400)),
        ("--workspace='my blocks'", ("octave", "my blocks", 350)),
        ("--workspace sub/ws.jigsaw", ("octave", "sub/ws", 350)),
        ("--workspace ws.xml", ("octave", "ws", 350)),
        ("--height 1", ("octave", None, 100)),
        ("--height 99999", ("octave", None, 5000)),
    ],
)
def test_reads(line, expected):
    assert parse(line, "octave") == Arguments(*expected)


def test_takes_the_known_name_of_the_kernels_language():
    assert parse("", "MetaKernel Python").language == "python"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Klingon", "There are no blocks for 'Klingon'. There are for: python, javascript"),
        ("Python --height big", "'big'"),
        ("Python --width 3", f"--width 3. Usage: {USAGE}"),
        ("--workspace", f"Usage: {USAGE}"),
        ("'Python", "quotation mark"),
    ],
)
def test_says_what_is_wrong(line, sentence):
    with pytest.raises(UsageError, match=re.escape(sentence)):
        parse(line, "octave")


@pytest.mark.parametrize(
    "name",
    ["../x", "/x", "a/../b", "a//b", "", ".x", "x.", "a\\b", "c:x", "%2e%2e", "a\x00b", "x" * 201],
)
def test_refuses_a_name_that_leads_elsewhere(name):
    with pytest.raises(UsageError, match="can't be the name of a workspace"):
        parse(f"--workspace '{name}'", "python")


def test_knows_the_languages_of_the_front_end():
    descriptors = Path(__file__).parents[2] / "src" / "languages" / "descriptors.ts"
    text = descriptors.read_text(encoding="utf-8")
    found = re.findall(r"language\(\s*'(\w+)'.*?\[(.*?)\]", text, re.DOTALL)
    assert [language for language, _ in found] == list(LANGUAGES)
    for language, names in found:
        assert LANGUAGES[language] == tuple(re.findall("'([^']+)'", names))
