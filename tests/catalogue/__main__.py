"""Write the template for translators anew: `python -m tests.catalogue`."""

from __future__ import annotations

import sys

from tests.catalogue.extract import POT, template

POT.parent.mkdir(exist_ok=True)
POT.write_text(template(), encoding="utf-8")
sys.stdout.write(f"Written: {POT}\n")
