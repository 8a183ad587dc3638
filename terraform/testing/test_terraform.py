"""Everything about terraform/ that can be known without an account at a cloud.

The provider-free modules are applied for real. Vultr and AWS are planned with mocked resources: against the schema in
schemas/, and for AWS also against the real provider where a mirror of it is found (TF_PROVIDER_MIRROR, /opt/tf-plugins).
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent
MIRROR = pathlib.Path(os.environ.get("TF_PROVIDER_MIRROR", "/opt/tf-plugins"))
ROOTS = {"vultr": "registry.terraform.io/vultr/vultr", "aws": "registry.terraform.io/hashicorp/aws"}
MODULES = ("modules/rules", "modules/inventory")

# What somebody might change by mistake: file, before, after. The tests, or Terraform itself, must object to each.
MUTATIONS = [
    ("modules/rules/main.tf", "cidr     = var.private_cidr", 'cidr     = "0.0.0.0/0"'),
    ("modules/rules/main.tf", "https = { protocol", "mysql = { protocol = \"tcp\", port = 3306, why = \"\" }\n    https = { protocol"),
    ("modules/rules/main.tf", '["0.0.0.0/0", "::/0"]', '["0.0.0.0/0"]'),
    ("modules/rules/main.tf", 'strcontains(cidr, ":") ? "v6" : "v4"', '"v4"'),
    ("modules/rules/variables.tf", '(strcontains(cidr, ":") ? 32 : 16)', "0"),
    ("modules/inventory/main.tf", "length(local.by_role.gateway) >= 1", "true"),
    ("modules/inventory/main.tf", "length(local.by_role.app) == 1 || length(local.by_role.redis) == 1", "true"),
    ("modules/inventory/main.tf", "ansible_host   = host.public_ipv4", "ansible_host   = host.private_ipv4"),
    ("vultr/main.tf", "enable_ipv6       = true", "enable_ip6        = true"),
    ("vultr/main.tf", "vultr_reserved_ip.gateway[name].subnet", "local.all_hosts[name].main_ip"),
    ("vultr/main.tf", 'backups           = "enabled"', 'backups           = "disabled"'),
    ("vultr/network.tf", 'if group == "gateway" || rule.port == 22', ""),
    ("vultr/network.tf", 'port              = tostring(each.value.port)', 'port              = "1:65535"'),
    ("vultr/variables.tf", '(strcontains(cidr, ":") ? 32 : 16)', "0"),
    ("vultr/dns.tf", "trimsuffix(trimsuffix(var.domain, var.dns_zone), \".\")", "var.domain"),
    ("vultr/database.tf", "[var.vpc_cidr]", '["0.0.0.0/0"]'),
    ("aws/main.tf", 'http_tokens                 = "required"', 'http_tokens                 = "optional"'),
    ("aws/main.tf", "encrypted   = true", "encrypted   = false"),
    ("aws/main.tf", "encrypted         = true", "encrypted         = false"),
    ("aws/main.tf", "disable_api_termination = true", "disable_api_termination = false"),
    ("aws/main.tf", "aws_eip.gateway[name].public_ip : local", "local.all_hosts[name].public_ip : local"),
    ("aws/network.tf", "to_port           = each.value.port", "to_port           = 65535"),
    ("aws/network.tf", "cidr_ipv4         = each.value.cidr\n", 'cidr_ipv4         = "0.0.0.0/0"\n'),
    ("aws/variables.tf", '(strcontains(cidr, ":") ? 32 : 16)', "0"),
    ("aws/database.tf", "manage_master_user_password         = true", 'password                            = "secret"'),
    ("aws/database.tf", "publicly_accessible                 = false", "publicly_accessible                 = true"),
    ("aws/storage.tf", "restrict_public_buckets = true", "restrict_public_buckets = false"),
    ("aws/storage.tf", '"s3:PutObject", "s3:GetObject"', '"s3:PutObject", "s3:GetObject", "s3:DeleteObject"'),
]


def environment(configuration="/dev/null"):
    return os.environ | {"CHECKPOINT_DISABLE": "1", "TF_IN_AUTOMATION": "1", "TF_CLI_CONFIG_FILE": str(configuration), "TF_INPUT": "0"}


def run(command, folder, env=None):
    return subprocess.run(command, cwd=folder, env=env or environment(), capture_output=True, text=True)


class TerraformCase(unittest.TestCase):
    def setUp(self):
        work = pathlib.Path(tempfile.mkdtemp(prefix="parley-terraform-"))
        self.addCleanup(shutil.rmtree, work)
        self.tree = work / "terraform"
        shutil.copytree(SOURCE, self.tree, ignore=shutil.ignore_patterns(".terraform*", "node_modules", "testing", "*.tfstate*"))
        self.configuration = work / "terraform.rc"
        self.configuration.write_text("")

    def terraform(self, root, *arguments, real=False):
        command = ["terraform", *arguments]
        if root in ROOTS and not real:
            schema = f"{ROOTS[root]}={HERE / 'schemas' / (root + '.json')}"
            command = ["node", str(HERE / "schema.cjs"), schema, "--", *command]
        return run(command, self.tree / root, environment(self.configuration))

    def must(self, root, *arguments, **options):
        done = self.terraform(root, *arguments, **options)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        return done.stdout

    def outcome(self, root, **options):
        """Everything that can go wrong with a root, as one exit code with what was said."""
        said = ""
        for step in (("init", "-backend=false", "-no-color"), ("validate", "-no-color"), ("test", "-no-color")):
            done = self.terraform(root, *step, **options)
            said += done.stdout + done.stderr
            if done.returncode != 0:
                return done.returncode, said
        return 0, said

    def passes(self, root, at_least, **options):
        code, said = self.outcome(root, **options)
        self.assertEqual(0, code, said)
        passed, failed = map(int, re.search(r"(\d+) passed, (\d+) failed", said).groups())
        self.assertEqual(0, failed)
        self.assertGreaterEqual(passed, at_least)


class ModuleTests(TerraformCase):
    def test_everything_is_formatted(self):
        done = run(["terraform", "fmt", "-check", "-recursive", "-diff"], SOURCE)
        self.assertEqual((0, ""), (done.returncode, done.stdout))

    def test_rules(self):
        self.passes("modules/rules", 9)

    def test_inventory(self):
        self.passes("modules/inventory", 9)

    def test_inventory_is_applied_for_real(self):
        self.must("modules/inventory", "init", "-backend=false")
        hosts = {"chat": {"roles": ["gateway", "app", "db"], "public_ipv4": "198.51.100.1", "private_ipv4": "10.60.0.4"}}
        values = {"domain": "chat.example.org", "hosts": hosts, "ssh_user": "root", "private_cidr": "10.60.0.0/24"}
        (self.tree / "modules/inventory/test.tfvars.json").write_text(json.dumps(values))
        self.must("modules/inventory", "apply", "-auto-approve", "-var-file=test.tfvars.json")
        again = self.must("modules/inventory", "plan", "-no-color", "-var-file=test.tfvars.json")
        self.assertIn("No changes", again)
        self.assertIn('"ansible_host": "198.51.100.1"', self.must("modules/inventory", "output", "-raw", "inventory"))


class CloudTests(TerraformCase):
    def test_vultr_with_mocked_resources(self):
        self.passes("vultr", 12)

    def test_aws_with_mocked_resources(self):
        self.passes("aws", 12)

    @unittest.skipUnless(any(MIRROR.glob("*/hashicorp/aws/*")), f"the real AWS provider is not in {MIRROR}")
    def test_aws_with_mocked_resources_and_the_real_provider(self):
        self.configuration.write_text(f'provider_installation {{ filesystem_mirror {{ path = "{MIRROR}" }} }}\n')
        self.passes("aws", 12, real=True)

    def test_databases_and_backups_are_not_destroyed_by_mistake(self):
        for root in ROOTS:
            text = "".join(file.read_text() for file in (SOURCE / root).glob("*.tf"))
            kinds = {
                "vultr": ["vultr_instance", "vultr_database", "vultr_object_storage"],
                "aws": ["aws_instance", "aws_ebs_volume", "aws_db_instance", "aws_s3_bucket"],
            }[root]
            for kind in kinds:
                blocks = re.findall(rf'^resource "{kind}" "\w+" {{\n.*?^}}', text, re.M | re.S)
                self.assertTrue(any("prevent_destroy = true" in block for block in blocks), f"{root}: {kind}")

    def test_nothing_secret_stands_in_the_code(self):
        listed = run(["git", "ls-files", "--", "."], SOURCE).stdout.split()
        self.assertEqual([], [name for name in listed if re.search(r"\.tfvars$|\.tfstate|\.terraform/", name)])
        for root in ROOTS:
            text = "".join(file.read_text() for file in (SOURCE / root).glob("*.tf"))
            self.assertNotRegex(text, r'(?i)(api_key|secret_key|password)\s*=\s*"')


class MutationTests(TerraformCase):
    """The tests above are worth something only if they fail when they should."""

    def test_each_mistake_is_noticed(self):
        for root in (*MODULES, *ROOTS):
            self.assertEqual(0, self.outcome(root)[0])
        for file, before, after in MUTATIONS:
            with self.subTest(f"{file}: {before.strip()} -> {after.strip()}"):
                path = self.tree / file
                text = path.read_text()
                self.assertIn(before, text)
                path.write_text(text.replace(before, after))
                try:
                    self.assertTrue(self.noticed(file), "nobody noticed")
                finally:
                    path.write_text(text)

    def noticed(self, file):
        root = next(root for root in (*MODULES, *ROOTS) if file.startswith(root + "/"))
        for step in (("validate", "-no-color"), ("test", "-no-color")):
            if self.terraform(root, *step).returncode != 0:
                return True
        return False
