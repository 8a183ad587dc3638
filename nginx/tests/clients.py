"""What the tests of the gateway speak with: HTTP over TLS from a chosen address, and a small WebSocket client."""

import base64
import gzip
import hashlib
import http.client
import os
import socket
import ssl
import struct

NAME = "chat.example.test"


class Answer:
    def __init__(self, response, body):
        self.status = response.status
        self.headers = response.headers
        self.body = body

    def all(self, name):
        return self.headers.get_all(name) or []

    def text(self):
        body = gzip.decompress(self.body) if self.headers.get("Content-Encoding") == "gzip" else self.body
        return body.decode()


def trusting(certificate):
    return ssl.create_default_context(cafile=certificate)


def connect(target="127.0.0.1", port=443, source=None, context=None, name=NAME, timeout=10):
    raw = socket.create_connection((target, port), timeout, (source, 0) if source else None)
    return context.wrap_socket(raw, server_hostname=name) if context else raw


class Connection:
    """One kept-alive connection to the gateway."""

    def __init__(self, **options):
        self.http = http.client.HTTPConnection(NAME)
        self.http.sock = connect(**options)

    def send(self, method, path, body=None, headers=None, host=NAME):
        self.http.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        self.http.putheader("Host", host)
        for key, value in (headers or {}).items():
            self.http.putheader(key, value)
        if body is not None:
            self.http.putheader("Content-Length", str(len(body)))
        self.http.endheaders(body)
        response = self.http.getresponse()
        return Answer(response, response.read())

    def close(self):
        self.http.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Closed(Exception):
    def __init__(self, code):
        super().__init__(f"closed with {code}")
        self.code = code


class WebSocket:
    """A client of the WebSocket protocol (RFC 6455); received frames are whole messages."""

    GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

    def __init__(self, path="/ws", headers=None, **options):
        self.sock = connect(**options)
        self.stream = self.sock.makefile("rb")
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [f"GET {path} HTTP/1.1", f"Host: {NAME}", "Upgrade: websocket", "Connection: Upgrade"]
        lines += [f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Protocol: parley.v1"]
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        self.sock.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        self.status = int(self.stream.readline().split()[1])
        self.headers = http.client.parse_headers(self.stream)
        if self.status == 101:
            expected = base64.b64encode(hashlib.sha1((key + self.GUID).encode()).digest()).decode()
            assert self.headers["Sec-WebSocket-Accept"] == expected

    def frame(self, opcode, payload):
        mask = os.urandom(4)
        size = len(payload)
        header = bytes([0x80 | opcode])
        header += bytes([0x80 | size]) if size < 126 else bytes([0x80 | 126]) + struct.pack(">H", size)
        self.sock.sendall(header + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(payload)))

    def send(self, text):
        self.frame(1, text.encode())

    def receive(self):
        while True:
            head = self.stream.read(2)
            if len(head) < 2:
                raise Closed(1006)
            opcode, size = head[0] & 15, head[1] & 127
            if size == 126:
                size = struct.unpack(">H", self.stream.read(2))[0]
            elif size == 127:
                size = struct.unpack(">Q", self.stream.read(8))[0]
            payload = self.stream.read(size)
            if opcode == 8:
                raise Closed(struct.unpack(">H", payload[:2])[0] if payload else 1005)
            if opcode == 9:
                self.frame(10, payload)
            elif opcode in (1, 2):
                return payload.decode()

    def close(self):
        self.stream.close()
        self.sock.close()
