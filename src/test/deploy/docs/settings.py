"""Makes the table of all settings from config/application.yml, where each has its line: settings.py writes docs/settings.md"""

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[4]
TARGET = ROOT / "docs/settings.md"
HEAD = """# Settings

All are optional. Made from `config/application.yml` by `python3 src/test/deploy/docs/settings.py`. A setting is read from the
environment (first column), or under its name from `config/application.yml` beside the server; the environment wins. Times are
written as `10s`, `5m`, `30d`. A name that is not in this table is refused, and so is a number or a time
with which the server could not work.

| variable | name | default | meaning |
|---|---|---|---|
"""


def entries(text):
    """Name, default and comment of each setting: the comment above it, or above the group it is the first of."""
    path, comment, inherited = [], [], {}
    for line in text.splitlines():
        if line and not line[0].isspace() and not line.startswith(("parley:", "#")):
            break
        stripped = line.strip()
        if stripped.startswith("#"):
            comment.append(stripped.lstrip("# ").strip())
            continue
        found = re.match(r"( *)([a-z0-9-]+):(?: (.*))?$", line)
        if not found:
            comment = []
            continue
        depth, key, value = len(found[1]) // 2, found[2], found[3]
        path[depth:] = [key]
        if value is None:
            inherited[".".join(path)] = " ".join(comment)
        else:
            said = " ".join(comment) or inherited.pop(".".join(path[:-1]), "")
            yield ".".join(path), value.strip('"'), said
        comment = []


def table(text):
    rows = []
    for name, default, meaning in entries(text):
        variable = re.sub(r"[^A-Z0-9]", "_", name.upper())
        shown = f"`{default}`" if default else ""
        rows.append(f"| `{variable}` | `{name}` | {shown} | {meaning.replace('|', chr(92) + '|')} |\n")
    return HEAD + "".join(rows)


def source():
    return (ROOT / "config/application.yml").read_text()


if __name__ == "__main__":
    TARGET.write_text(table(source()))
