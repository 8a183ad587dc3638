"""The gateway in front of the packaged server, as people meet the two."""

import glob
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import unittest
import urllib.request

from clients import Closed, Connection, WebSocket, trusting
from gateway import SOURCE, Gateway, until

ROOT = SOURCE.parent
JARS = glob.glob(str(ROOT / "target/parley-*-runner.jar"))
PASSWORD = "correct horse battery"


@unittest.skipUnless(JARS, "the server is not built")
class ParleyBehindTheGatewayTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.storage = tempfile.mkdtemp(prefix="parley-storage-")
        cls.addClassCleanup(shutil.rmtree, cls.storage, ignore_errors=True)
        cls.log = pathlib.Path(cls.storage) / "output.log"
        java = os.path.join(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"
        settings = {
            "PARLEY_STORAGE": cls.storage,
            "PARLEY_HTTP_PORT": "8001",
            "PARLEY_HTTP_MANAGEMENT_PORT": "9000",
            "PARLEY_REALTIME_DRAIN_SPREAD": "1s",
        }
        with open(cls.log, "w") as output:
            command = [java, f"@{ROOT}/config/jvm.options", "-jar", JARS[0]]
            cls.server = subprocess.Popen(command, env=os.environ | settings, stdout=output, stderr=output)
        cls.addClassCleanup(cls.end)
        until(lambda: "is ready" in cls.log.read_text() or cls.server.poll() is not None, 180)
        cls.gateway = Gateway([8001]).start()
        cls.addClassCleanup(cls.gateway.stop)
        cls.tls = trusting(cls.gateway.certificate)

    @classmethod
    def end(cls):
        if cls.server.poll() is None:
            cls.server.terminate()
            cls.server.wait(60)

    def call(self, method, path, body=None, headers=None):
        text = None if body is None else json.dumps(body).encode()
        with Connection(context=self.tls) as connection:
            return connection.send(method, path, text, {"Content-Type": "application/json"} | (headers or {}))

    def person(self, name):
        account = {"username": name, "email": f"{name}@example.test", "password": PASSWORD}
        answer = self.call("POST", "/api/register", account)
        self.assertEqual(201, answer.status, answer.text())
        return answer

    def test_people_sign_up_chat_and_are_sent_to_the_next_server(self):
        ann = self.person("ann")
        cookie = ann.headers["Set-Cookie"]
        for part in ("HttpOnly", "SameSite=Strict", "Secure"):
            self.assertIn(part, cookie)
        token = json.loads(ann.text())["accessToken"]
        bearer = {"Authorization": f"Bearer {token}"}
        room = json.loads(self.call("POST", "/api/room", {"name": "Garden", "joinPolicy": "open"}, bearer).text())

        opened = WebSocket(context=self.tls)
        self.addCleanup(opened.close)
        self.assertEqual((101, "parley.v1"), (opened.status, opened.headers["Sec-WebSocket-Protocol"]))
        opened.send(json.dumps({"id": 1, "route": "session.open", "body": {"token": token}}))
        self.assertEqual("ann", self.answer_to(opened, 1)["user"]["username"])
        body = {"roomId": room["id"], "clientId": "0b6f3f0e-2f0a-4d5c-9a53-0c2c2f3f7f11", "text": "Good morning 🌻"}
        opened.send(json.dumps({"id": 2, "route": "room.sendMessage", "body": body}))
        self.assertEqual("Good morning 🌻", self.answer_to(opened, 2)["text"])

        history = json.loads(self.call("GET", f"/api/room/message?roomId={room['id']}", headers=bearer).text())
        self.assertIn("Good morning 🌻", [message.get("text") for message in history["messages"]])

        self.server.send_signal(signal.SIGTERM)
        with self.assertRaises(Closed) as closed:
            while True:
                opened.receive()
        self.assertEqual(1012, closed.exception.code)

    def test_a_problem_names_the_request_that_the_gateway_logged(self):
        answer = self.call("GET", "/api/room?id=1")
        problem = json.loads(answer.text())
        self.assertEqual((401, "auth.unauthenticated"), (answer.status, problem["code"]))
        self.assertEqual(answer.headers["X-Request-Id"], problem["traceId"])
        until(lambda: problem["traceId"] in self.gateway.requests())

    def test_documents_and_keys_are_there_and_management_is_not(self):
        self.assertEqual(200, self.call("GET", "/api/openapi").status)
        self.assertIn("keys", json.loads(self.call("GET", "/.well-known/jwks.json").text()))
        for path in ("/q/health", "/q/metrics"):
            self.assertEqual(404, self.call("GET", path).status)

    def test_what_rules_and_dashboard_ask_for_is_told(self):
        self.call("GET", "/api/userInfo")
        told = urllib.request.urlopen("http://127.0.0.1:9000/q/metrics").read().decode()
        names = set(re.findall(r"^(\w+)", told, re.M))
        files = ROOT / "ansible/roles/monitoring/files"
        asked = (files / "parley.rules.yml").read_text() + (files / "parley-dashboard.json").read_text()
        # What hosts, backups and certificates tell comes from elsewhere.
        asked = set(re.findall(r"\b((?:parley|http_server|jvm|process)_\w+)", asked))
        asked = {name for name in asked if not re.match("parley_(backup|restore|certificate)_", name)}
        self.assertGreater(len(asked), 15)
        self.assertEqual(set(), asked - names)

    def answer_to(self, opened, number):
        while True:
            for line in opened.receive().split("\n"):
                frame = json.loads(line)
                if frame.get("id") == number:
                    self.assertIn("body", frame, line)
                    return frame["body"]
