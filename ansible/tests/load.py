"""People at work while something is done to the servers: load.py ADDRESS CERTIFICATE STOP-FILE REPORT

Callers use the API, chatters hold WebSockets and send; all of them come back when they are sent away. When STOP-FILE appears,
everything that was acknowledged is looked for. The report is JSON.
"""

import json
import pathlib
import random
import ssl
import sys
import threading
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "nginx/tests"))

from clients import NAME, Closed, Connection, WebSocket  # noqa: E402

ADDRESS, CERTIFICATE, STOP, REPORT = sys.argv[1:5]
CALLERS, CHATTERS = 2, 10
TLS = ssl.create_default_context(cafile=CERTIFICATE) if CERTIFICATE != "-" else ssl._create_unverified_context()
stopping = threading.Event()
lock = threading.Lock()
report = {"calls": 0, "refused": [], "closes": {}, "back_after": [], "acknowledged": 0, "lost": [], "doubled": []}


def note(action):
    with lock:
        action()


def call(method, path, body=None, token=None):
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    with Connection(target=ADDRESS, context=TLS) as connection:
        return connection.send(method, path, None if body is None else json.dumps(body).encode(), headers)


def person(name):
    for _ in range(30):
        answer = call("POST", "/api/register", {"username": name, "email": f"{name}@example.test", "password": uuid.uuid4().hex})
        if answer.status == 201:
            return json.loads(answer.text())["accessToken"]
        time.sleep(float(answer.headers.get("Retry-After") or 1))
    raise SystemExit(f"{name} could not sign up: {answer.status} {answer.text()}")


class Chatter(threading.Thread):
    """Sends a message every 0.3 s or so, and again under its number after every interruption until it is acknowledged."""

    def __init__(self, token, room, number):
        super().__init__(daemon=True)
        self.token, self.room, self.number = token, room, number
        self.waiting = None
        self.acknowledged = []

    def run(self):
        left = None
        while not stopping.is_set():
            try:
                code = self.connected(left)
            except (OSError, EOFError) as error:
                code = type(error).__name__
            if code is None:
                return
            if code != "retry":
                left = time.monotonic()
                note(lambda: report["closes"].update({str(code): report["closes"].get(str(code), 0) + 1}))
            time.sleep(random.uniform(0.1, 0.6))

    def connected(self, left):
        opened = WebSocket(target=ADDRESS, context=TLS, timeout=20)
        try:
            if opened.status != 101:
                return "retry"
            opened.send(json.dumps({"id": 1, "route": "session.open", "body": {"token": self.token}}))
            self.answer(opened, 1)
            if left:
                note(lambda: report["back_after"].append(time.monotonic() - left))
            number = 1
            while not stopping.is_set():
                number += 1
                if self.waiting is None:
                    self.waiting = str(uuid.uuid4())
                body = {"roomId": self.room, "clientId": self.waiting, "text": self.waiting}
                opened.send(json.dumps({"id": number, "route": "room.sendMessage", "body": body}))
                self.answer(opened, number)
                self.acknowledged.append(self.waiting)
                self.waiting = None
                time.sleep(random.uniform(0.1, 0.5))
            return None
        except Closed as closed:
            return closed.code
        finally:
            opened.close()

    def answer(self, opened, number):
        while True:
            for line in opened.receive().split("\n"):
                frame = json.loads(line)
                if frame.get("route") == "heartbeat":
                    opened.send('{"route":"heartbeat","body":{}}')
                if frame.get("id") == number:
                    if "error" in frame:
                        raise OSError(frame["error"]["code"])
                    return


def caller(token):
    while not stopping.is_set():
        try:
            status = call("GET", "/api/userInfo", token=token).status
        except OSError as error:
            status = repr(error)
        note(lambda: report.update(calls=report["calls"] + 1))
        if status != 200:
            note(lambda: report["refused"].append(str(status)))
        time.sleep(0.07)


def history(token, room):
    texts, before = [], None
    while True:
        answer = call("GET", f"/api/room/message?roomId={room}&limit=100" + (f"&before={before}" if before else ""), token=token)
        page = json.loads(answer.text())
        texts += [message.get("text") for message in page["messages"]]
        if not page["hasMore"]:
            return texts
        before = page["messages"][0]["seq"]


def main():
    mark = uuid.uuid4().hex[:8]
    tokens = [person(f"u{mark}{number}") for number in range(4)]
    room = json.loads(call("POST", "/api/room", {"name": f"Load {mark}", "joinPolicy": "open"}, tokens[0]).text())["id"]
    for token in tokens[1:]:
        call("POST", "/api/joinRoom", {"id": room}, token)
    chatters = [Chatter(tokens[number % len(tokens)], room, number) for number in range(CHATTERS)]
    callers = [threading.Thread(target=caller, args=(tokens[number],), daemon=True) for number in range(CALLERS)]
    for thread in chatters + callers:
        thread.start()
    print("working", flush=True)
    end = time.monotonic() + 600
    while not pathlib.Path(STOP).exists() and time.monotonic() < end:
        time.sleep(0.1)
    stopping.set()
    for thread in chatters + callers:
        thread.join(30)
    texts = history(tokens[0], room)
    said = [text for chatter in chatters for text in chatter.acknowledged]
    report["acknowledged"] = len(said)
    report["lost"] = [text for text in said if text not in texts]
    report["doubled"] = [text for text in said if texts.count(text) > 1]
    report["room"] = room
    report["slowest_return"] = max(report["back_after"], default=0)
    pathlib.Path(REPORT).write_text(json.dumps(report))


main()
