"""What the program does where there is no display."""

import os
import subprocess
import sys
from pathlib import Path

from docx import Document

ROOT = Path(__file__).parents[3]
CODE = (
    "import sys; from pathlib import Path; from desktop.command_line import demonstration; "
    "print('\\n'.join(str(path) for path in demonstration.run(Path(sys.argv[1]))))"
)


def test_every_document_and_a_picture_of_every_page_in_one_folder(tmp_path: Path) -> None:
    folder, home = tmp_path / "demonstration", tmp_path / "home"
    surroundings = {**os.environ, "PROVIDER_DESK_HOME": str(home), "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    surroundings.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(folder)], cwd=ROOT, env=surroundings, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    made = [Path(line) for line in done.stdout.splitlines()]
    assert [path.name for path in made[:13]] == [
        "Market summary.docx",
        "Market summary - EXEMPT appendix.docx",
        "Forum summary.docx",
        "Forum summary - EXEMPT appendix.docx",
        "Survey report.docx",
        "Survey tables.xlsx",
        "Funding summary.docx",
        "Funding summary - EXEMPT appendix.docx",
        "Awards summary.docx",
        "Awards summary - EXEMPT appendix.docx",
        "Committee report.docx",
        "Committee report - EXEMPT appendix.docx",
        "Committee report - EXEMPT manifest.json",
    ]
    pictures = made[13:]
    assert pictures[0].name == "Page 1 Home.png" and pictures[-1].name.endswith("Door.png")
    assert len(pictures) >= 9 and all(path.read_bytes().startswith(b"\x89PNG") for path in pictures)
    assert len({path.stat().st_size for path in pictures}) > len(pictures) // 2
    for path in (*made[:5], *made[6:12]):
        assert len(Document(str(path)).paragraphs) > 3
    assert not home.exists()
    assert {path.parent for path in made} == {folder}
