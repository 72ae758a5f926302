"""Run `python -m inclusion_cli` as `inclusion`."""

from __future__ import annotations

from inclusion_cli.cli.door import main

if __name__ == "__main__":
    main()
