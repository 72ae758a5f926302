"""The catalogue: every text a key worker can meet, found in the code and the papers.

`python -m tests.catalogue` writes it to `src/inclusion_cli/locale/inclusion.pot`.
"""
