"""Stand-ins for Parley nodes that tell what reached them."""

import base64
import hashlib
import http.server
import json
import socketserver
import struct
import threading
import time

from clients import WebSocket


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def setup(self):
        super().setup()
        self.server.connections += 1

    def log_message(self, *_):
        pass

    def answer(self):
        node = self.server
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        node.requests.append((self.command, self.path))
        if self.path == "/ws":
            return self.chat()
        if self.path.startswith("/api/die"):
            self.close_connection = True
            return self.connection.close()
        seen = {
            "node": node.name,
            "path": self.path,
            "bytes": len(body),
            "headers": {name.lower(): self.headers.get_all(name) for name in self.headers},
        }
        status, more = 200, []
        if self.path.startswith("/api/broken"):
            status = 500
        if self.path.startswith("/api/busy"):
            status, more = 503, [("Retry-After", "7")]
        if self.path.startswith("/api/media"):
            more = [("Content-Security-Policy", "sandbox"), ("Cache-Control", "private, max-age=60")]
        if self.path.startswith("/api/long"):
            seen["filling"] = "parley " * 1000
        payload = json.dumps(seen).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json" if status == 200 else "application/problem+json")
        self.send_header("Content-Length", str(len(payload)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Referrer-Policy", "same-origin")
        for name, value in more:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(payload)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = answer

    def chat(self):
        """Echoes; "silence" is never answered, "seconds N" sends a heartbeat each half second for N seconds."""
        self.close_connection = True
        if self.headers.get("Upgrade", "").lower() != "websocket":
            self.send_error(400)
            return
        accept = hashlib.sha1((self.headers["Sec-WebSocket-Key"] + WebSocket.GUID).encode()).digest()
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", base64.b64encode(accept).decode())
        self.end_headers()
        self.say(self.server.name)
        while (text := self.hear()) is not None:
            if text.startswith("seconds "):
                end = time.monotonic() + float(text.split()[1])
                while time.monotonic() < end:
                    self.say("heartbeat")
                    time.sleep(0.5)
            if text != "silence":
                self.say(text)

    def say(self, text):
        payload = text.encode()
        self.wfile.write(bytes([0x81]) + (bytes([len(payload)]) if len(payload) < 126 else b"\x7e" + struct.pack(">H", len(payload))) + payload)

    def hear(self):
        head = self.rfile.read(2)
        if len(head) < 2 or head[0] & 15 == 8:
            return None
        size = head[1] & 127
        if size == 126:
            size = struct.unpack(">H", self.rfile.read(2))[0]
        mask, payload = self.rfile.read(4), self.rfile.read(size)
        return bytes(b ^ mask[i % 4] for i, b in enumerate(payload)).decode()


class Node(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, name, port):
        self.name = name
        self.requests = []
        self.connections = 0
        super().__init__(("127.0.0.1", port), Handler)
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def handle_error(self, *_):
        pass

    def stop(self):
        self.shutdown()
        self.server_close()
