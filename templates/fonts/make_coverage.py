"""Write coverage.json: which code points every shipped font pair can print.

Run with fontTools installed whenever a font is changed:
    python templates/fonts/make_coverage.py
"""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.ttLib import TTFont

HERE = Path(__file__).parent


def ranges() -> list[list[int]]:
    """Return the covered code points as first and last of each run."""
    bold = {
        code for font in HERE.glob("*-Bold.ttf") for code in TTFont(font).getBestCmap()
    }
    regular = {
        code
        for font in HERE.glob("*-Regular.ttf")
        for code in TTFont(font).getBestCmap()
    }
    runs: list[list[int]] = []
    for code in sorted(bold & regular):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return runs


if __name__ == "__main__":
    text = json.dumps(ranges(), separators=(",", ":"))
    (HERE / "coverage.json").write_text(text + "\n")
