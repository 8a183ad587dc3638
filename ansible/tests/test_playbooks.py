"""What can be known about the playbooks without a host: ansible/tests/run.sh is for the rest."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ANSIBLE = pathlib.Path(__file__).resolve().parent.parent
ROOT = ANSIBLE.parent
FILES = ANSIBLE / "roles/monitoring/files"
PLAYBOOKS = ("site", "setup", "deploy", "cicd", "backup", "restore", "rollback")


def run(*command, cwd=ANSIBLE, **more):
    env = os.environ | {"ANSIBLE_NOCOLOR": "1", "ANSIBLE_CONFIG": str(ANSIBLE / "ansible.cfg"), "LC_ALL": "C.UTF-8"}
    return subprocess.run([str(word) for word in command], cwd=cwd, env=env, capture_output=True, text=True, **more)


class AnsibleCase(unittest.TestCase):
    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="parley-ansible-"))
        self.addCleanup(shutil.rmtree, self.work)

    def must(self, *command, **more):
        done = run(*command, **more)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        return done.stdout

    def rendered(self, role, template, inventory="localhost,", **variables):
        target = self.work / template.removesuffix(".j2")
        values = self.work / "values.json"
        values.write_text(json.dumps(variables))
        arguments = f"src={ANSIBLE}/roles/{role}/templates/{template} dest={target} mode=0644"
        files = ["-e", f"@{ANSIBLE}/roles/{role}/defaults/main.yml", "-e", f"@{values}"]
        self.must("ansible", "all", "--limit", "localhost", "-i", inventory, "-c", "local", "-m", "ansible.builtin.template", "-a", arguments, *files)
        return target


class PlaybookTests(AnsibleCase):
    def test_the_linter_has_nothing_to_say_in_its_strictest_profile(self):
        self.must("ansible-lint", "--offline", "--nocolor", "--profile", "production")

    def test_every_playbook_can_be_read(self):
        for name in PLAYBOOKS:
            self.must("ansible-playbook", "--syntax-check", f"{name}.yml")

    def test_every_role_says_what_it_takes(self):
        for role in (ANSIBLE / "roles").iterdir():
            with self.subTest(role.name):
                defaults = set(re.findall(r"^(\w+):", (role / "defaults/main.yml").read_text(), re.M))
                specs = (role / "meta/argument_specs.yml").read_text()
                self.assertEqual(set(), {name for name in defaults if f"{name}:" not in specs})
                self.assertEqual(set(), {name for name in defaults if not name.startswith(role.name + "_")})

    def test_the_inventory_of_terraform_is_one_for_ansible(self):
        module = self.work / "inventory"
        shutil.copytree(ROOT / "terraform/modules/inventory", module, ignore=shutil.ignore_patterns(".terraform*", "*.tfstate*"))
        hosts = {
            "edge": {"roles": ["gateway", "monitoring"], "public_ipv4": "198.51.100.1", "private_ipv4": "10.60.0.4"},
            "app1": {"roles": ["app"], "public_ipv4": "198.51.100.2", "private_ipv4": "10.60.0.5"},
            "app2": {"roles": ["app"], "public_ipv4": "198.51.100.3", "private_ipv4": "10.60.0.6"},
            "data": {"roles": ["db", "redis"], "public_ipv4": "198.51.100.4", "private_ipv4": "10.60.0.7"},
        }
        values = {"domain": "chat.example.org", "hosts": hosts, "ssh_user": "root", "private_cidr": "10.60.0.0/24"}
        (module / "test.tfvars.json").write_text(json.dumps(values))
        env = os.environ | {"CHECKPOINT_DISABLE": "1", "TF_CLI_CONFIG_FILE": "/dev/null"}
        for words in ("init -backend=false", "apply -auto-approve -var-file=test.tfvars.json"):
            subprocess.run(["terraform", *words.split()], cwd=module, env=env, check=True, capture_output=True)
        made = subprocess.run(["terraform", "output", "-raw", "inventory"], cwd=module, env=env, check=True, capture_output=True, text=True)
        inventory = self.work / "hosts.yml"
        inventory.write_text(made.stdout)
        listed = json.loads(self.must("ansible-inventory", "-i", inventory, "--list"))
        self.assertEqual(["app1", "app2"], sorted(listed["app"]["hosts"]))
        self.assertEqual("10.60.0.7", listed["_meta"]["hostvars"]["data"]["parley_address"])
        self.must("ansible-playbook", "-i", inventory, "--syntax-check", "site.yml")

    def test_no_secret_is_in_the_repository(self):
        found = run("git", "grep", "-nIE", r"BEGIN ([A-Z]+ )?PRIVATE KEY-----$|\$ANSIBLE_VAULT|AGE-SECRET-KEY-1[A-Z0-9]{20}", "--", ".", cwd=ROOT)
        lines = [line for line in found.stdout.splitlines() if "/tests/" not in line and "test_" not in line]
        self.assertEqual([], lines)
        self.assertEqual("", run("git", "ls-files", "*vault.yml", cwd=ROOT).stdout)

    def test_the_programs_have_no_slips(self):
        scripts = [*(ANSIBLE / "roles/backup/files").iterdir(), FILES / "parley-certificate-metrics", *(ROOT / "src/main/dist").glob("[!.]*")]
        scripts = [script for script in scripts if script.suffix not in (".mjs", ".md")]
        scripts += [*(ANSIBLE / "tests").glob("*.sh"), ROOT / "parley"]
        self.must("shellcheck", "--severity=warning", "--exclude=SC1090", "--external-sources", *scripts, cwd=ROOT)


class UnitTests(AnsibleCase):
    def unit(self):
        return self.rendered("app", "parley@.service.j2", parley_address="10.60.0.4", app_bind_address="10.60.0.4")

    def test_the_unit_of_the_server_has_no_slips_and_is_hardened(self):
        unit = self.unit()
        said = run("systemd-analyze", "verify", "--man=no", unit)
        lines = [line for line in (said.stdout + said.stderr).splitlines() if "parley@" in line and "not executable" not in line]
        self.assertEqual([], lines)
        done = run("systemd-analyze", "security", "--offline=true", "--threshold=20", unit)
        self.assertEqual(0, done.returncode, done.stdout)
        print(done.stdout.splitlines()[-1])

    def test_a_slip_in_the_unit_would_be_noticed(self):
        unit = self.unit()
        unit.write_text(unit.read_text().replace("ProtectHome=yes", "ProtectHomes=yes"))
        said = run("systemd-analyze", "verify", "--man=no", unit)
        self.assertIn("ProtectHomes", said.stdout + said.stderr)
        unit.write_text(re.sub(r"^(Protect|Restrict|System|Capability|Private).*\n", "", unit.read_text(), flags=re.M))
        done = run("systemd-analyze", "security", "--offline=true", "--threshold=20", unit)
        self.assertNotEqual(0, done.returncode)


class MonitoringTests(AnsibleCase):
    def test_the_rules_are_rules(self):
        self.must("promtool", "check", "rules", FILES / "parley.rules.yml")

    def test_every_alert_fires_when_it_should_and_only_then(self):
        self.must("promtool", "test", "rules", ANSIBLE / "tests/parley.rules.test.yml")
        alerts = re.findall(r"alert: (\w+)", (FILES / "parley.rules.yml").read_text())
        tests = (ANSIBLE / "tests/parley.rules.test.yml").read_text()
        for alert in alerts:
            self.assertIn(f"name: {alert} fires", tests)
            self.assertIn(f"name: {alert} keeps quiet", tests)

    def test_prometheus_takes_its_configuration(self):
        inventory = self.work / "hosts.yml"
        inventory.write_text("all: {hosts: {localhost: {parley_address: 10.60.0.4}}, children: {app: {hosts: {localhost: {}}}}}")
        file = self.rendered("monitoring", "prometheus.yml.j2", inventory, monitoring_alertmanagers=["10.60.0.9:9093"])
        self.assertIn("10.60.0.4:9001", file.read_text())
        self.must("promtool", "check", "config", "--syntax-only", file)

    def test_what_the_hosts_tell_is_what_the_rules_ask_for(self):
        told = (ANSIBLE / "roles/backup/files/parley-backup").read_text()
        told += (ANSIBLE / "roles/backup/files/parley-restore-test").read_text()
        told += (FILES / "parley-certificate-metrics").read_text()
        asked = (FILES / "parley.rules.yml").read_text() + (FILES / "parley-dashboard.json").read_text()
        for name in set(re.findall(r"parley_(?:backup|restore|certificate)_\w+", asked)):
            self.assertIn(f"# TYPE {name} gauge", told)
