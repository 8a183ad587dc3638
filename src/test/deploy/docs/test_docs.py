"""What the documentation says is so: every setting is in the table, and every command of docs/deploy is run by a test."""

import pathlib
import re
import subprocess
import unittest

import settings

ROOT = settings.ROOT
PAGES = sorted((ROOT / "docs/deploy").glob("*.md"))

# Where a test runs what a page shows, in its own words: command, file, what stands there.
RUN = {
    "./parley dist": ("parley", "(dist)"),
    "cp -r ansible/inventories/example ansible/inventories/mine": ("ansible/tests/run.sh", "cp -r ansible/inventories/example"),
    "cp ansible/inventories/mine/group_vars/all/vault.yml.example ansible/inventories/mine/group_vars/all/vault.yml": (
        "ansible/tests/run.sh",
        'cp "$settings/vault.yml.example" "$settings/vault.yml"',
    ),
    "openssl rand -base64 24": ("ansible/tests/run.sh", "openssl rand -base64 24"),
    "ansible-vault encrypt ansible/inventories/mine/group_vars/all/vault.yml": ("ansible/tests/run.sh", "ansible-vault encrypt"),
    "cd ansible": ("ansible/tests/run.sh", "play ansible/"),
    "ansible-playbook -i inventories/mine setup.yml": ("ansible/tests/run.sh", "play ansible/setup.yml"),
    "ansible-playbook -i inventories/mine deploy.yml": ("ansible/tests/run.sh", "play ansible/deploy.yml"),
    "ansible-playbook -i inventories/mine rollback.yml": ("ansible/tests/run.sh", "play ansible/rollback.yml"),
    "ansible-playbook -i inventories/mine backup.yml": ("ansible/tests/run.sh", "play ansible/backup.yml"),
    "ansible-playbook -i inventories/mine restore.yml -e restore_confirmed=yes": (
        "ansible/tests/run.sh",
        "play ansible/restore.yml -e restore_confirmed=yes",
    ),
    "ansible-playbook -i inventories/mine setup.yml --tags gateway": ("ansible/tests/run.sh", "play ansible/setup.yml --tags gateway"),
    "set -a; . /etc/parley/parley.env; . /etc/parley/blue.env; set +a": ("ansible/tests/run.sh", "set -a; . /etc/parley/parley.env; ."),
    "runuser -u parley -- /opt/parley/blue/bin/parley doctor": ("ansible/tests/run.sh", "runuser -u parley -- /opt/parley/blue/bin/parley doctor"),
}


def commands(page):
    """The commands of a page that claim to be run."""
    for block in re.findall(r"^ *```sh\n(.*?)^ *```", page.read_text(), re.M | re.S):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        if lines[0] != "# not executed":
            yield from lines


class DocsTests(unittest.TestCase):
    def test_the_table_of_settings_is_the_one_that_is_made(self):
        self.assertEqual(settings.table(settings.source()), settings.TARGET.read_text(), "run src/test/deploy/docs/settings.py")

    def test_the_table_finds_settings_of_every_depth(self):
        made = settings.table("parley:\n  # Where.\n  storage: x\n  a:\n    # Group.\n    b-c:\n      d: 1\n      e: 2\nquarkus:\n  x: y\n")
        self.assertIn("| `PARLEY_STORAGE` | `parley.storage` | `x` | Where. |", made)
        self.assertIn("| `PARLEY_A_B_C_D` | `parley.a.b-c.d` | `1` | Group. |", made)
        self.assertIn("| `PARLEY_A_B_C_E` | `parley.a.b-c.e` | `2` |  |", made)
        self.assertNotIn("quarkus", made)

    def test_every_command_is_run_by_a_test_or_says_that_it_is_not(self):
        found = [(page.name, command) for page in PAGES for command in commands(page)]
        self.assertGreater(len(found), 10)
        for page, command in found:
            with self.subTest(f"{page}: {command}"):
                self.assertIn(command, RUN)
                file, words = RUN[command]
                self.assertIn(words, (ROOT / file).read_text())

    def test_links_lead_somewhere(self):
        pages = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
        self.assertGreater(len(pages), 40)
        for page in pages:
            for link in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text()):
                if "://" not in link:
                    self.assertTrue((page.parent / link).exists(), f"{page.name}: {link}")

    def test_compose_holds_no_secret_and_asks_every_service_how_it_is(self):
        text = (ROOT / "compose.yaml").read_text()
        for name, value in re.findall(r"^ +(\w*(?:PASSWORD|SECRET|KEY)\w*): (.*)$", text, re.M):
            self.assertRegex(value, r"^\$\{\w+(:\?[^}]+|:-)\}$", name)
        images = text + (ROOT / "Containerfile").read_text()
        # Images know theirs, too, for who runs them without compose.
        self.assertEqual(4, text.count("healthcheck:"))
        self.assertEqual(2, len(re.findall(r"^HEALTHCHECK", images, re.M)))
        self.assertNotRegex(images, r":latest\b")

    def test_the_image_is_made_of_the_release_of_this_version(self):
        version = re.search(r"<version>(.*?)</version>", (ROOT / "pom.xml").read_text())[1]
        for file in ("Containerfile", "ansible/inventories/example/group_vars/all/main.yml"):
            self.assertIn(f"parley-{version}-linux-x86_64.tar.gz", (ROOT / file).read_text())

    def test_files_that_must_not_be_tracked_are_not(self):
        listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
        self.assertEqual([], [name for name in listed if name.endswith((".env", ".tfvars", ".tfstate", ".pem", ".key"))])
