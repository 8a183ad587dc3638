"""The gateway under test: this folder's configuration with the values of a test, in an nginx of its own."""

import gzip
import pathlib
import shutil
import subprocess
import tempfile
import time

from clients import NAME, connect

SOURCE = pathlib.Path(__file__).resolve().parent.parent
INDEX = "<!doctype html><title>Parley</title>" + "<!-- the start page -->" * 100
SCRIPT = "console.log('parley');" * 200


class Gateway:
    def __init__(self, nodes, **values):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="parley-gateway-"))
        self.root.chmod(0o755)
        self.logs = self.root / "logs"
        self.certificate = self.root / "certificate.pem"
        self.web_files()
        self.make_certificate()
        etc = self.root / "etc"
        etc.mkdir()
        shutil.copy(SOURCE / "nginx.conf", etc)
        shutil.copytree(SOURCE / "snippets", etc / "snippets")
        shutil.copytree(SOURCE / "values", etc / "values")
        shutil.copy("/etc/nginx/mime.types", etc)
        self.etc = etc
        self.logs.mkdir()
        for name, text in (self.values() | values).items():
            self.write(name, text)
        self.nodes(nodes)
        self.process = None

    def values(self):
        major, minor = self.version()
        http2 = "http2 on;" if (major, minor) >= (1, 25) else ""
        old = "" if http2 else " http2"
        return {
            "main": f"user root;\npid {self.root}/nginx.pid;\ndaemon off;\nerror_log {self.logs}/error.log crit;\n"
            "worker_shutdown_timeout 10m;\n",
            "http": f"access_log {self.logs}/access.log parley;\n",
            "listen-https": f"listen 443 ssl{old};\nlisten [::]:443 ssl{old};\n{http2}\n",
            "names": f"server_name {NAME};\n",
            "certificate": f"ssl_certificate {self.certificate};\nssl_certificate_key {self.root}/key.pem;\n"
            'add_header Strict-Transport-Security "max-age=63072000" always;\n',
            "challenges": f"root {self.root}/acme;\n",
            "web": f"root {self.root}/web;\n",
            "web-previous": f"root {self.root}/web-previous;\n",
        }

    @staticmethod
    def version():
        text = subprocess.run(["nginx", "-v"], capture_output=True, text=True, check=True).stderr
        return tuple(int(part) for part in text.strip().split("/")[1].split(".")[:2])

    def web_files(self):
        for folder in ("web/assets", "web-previous/assets", "acme/.well-known/acme-challenge"):
            (self.root / folder).mkdir(parents=True)
        files = {
            "web/index.html": INDEX,
            "web/favicon.svg": "<svg/>",
            "web/.hidden": "secret",
            "web/assets/app-1a2b.js": SCRIPT,
            "web-previous/assets/app-0000.js": "console.log('before')",
            "acme/.well-known/acme-challenge/token": "the proof",
        }
        for name, text in files.items():
            (self.root / name).write_text(text)
        with gzip.open(self.root / "web/assets/app-1a2b.js.gz", "wb") as file:
            file.write(SCRIPT.encode())

    def make_certificate(self):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
            + ["-days", "2", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
            + ["-keyout", self.root / "key.pem", "-out", self.certificate],
            check=True,
            capture_output=True,
        )

    def write(self, name, text):
        (self.etc / "values" / f"{name}.conf").write_text(text)

    def nodes(self, ports):
        self.write("nodes", "".join(f"server 127.0.0.1:{port} max_fails=3 fail_timeout=2s;\n" for port in ports))

    def command(self, *options):
        return ["nginx", "-p", str(self.root), "-c", str(self.etc / "nginx.conf"), *options]

    def start(self):
        check = subprocess.run(self.command("-t"), capture_output=True, text=True)
        assert check.returncode == 0 and "[warn]" not in check.stderr, check.stderr
        self.process = subprocess.Popen(self.command(), stderr=subprocess.DEVNULL)
        until(lambda: reachable(443))
        return self

    def reload(self):
        before = self.serving()
        subprocess.run(self.command("-s", "reload"), check=True, capture_output=True)
        until(lambda: not self.serving() & before and self.serving())

    def serving(self):
        """The worker processes that take new connections; old ones only end what they have."""
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return {child for child in children if "shutting down" not in title(child)}

    def requests(self):
        return (self.logs / "access.log").read_text()

    def logged(self):
        return "".join(file.read_text() for file in sorted(self.logs.iterdir()))

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(20)
        shutil.rmtree(self.root)


def title(process):
    try:
        return pathlib.Path(f"/proc/{process}/cmdline").read_text()
    except OSError:
        return "shutting down"


def reachable(port):
    try:
        connect(port=port).close()
        return True
    except OSError:
        return False


def until(condition, seconds=10):
    end = time.monotonic() + seconds
    while not (result := condition()):
        if time.monotonic() > end:
            raise AssertionError("did not happen in time")
        time.sleep(0.02)
    return result
