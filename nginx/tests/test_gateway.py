"""What the gateway promises, with stand-ins for the nodes behind it."""

import http.client
import json
import ssl
import subprocess
import threading
import time
import unittest

from clients import NAME, Closed, Connection, WebSocket, connect, trusting
from gateway import INDEX, SCRIPT, Gateway, until
from nodes import Node

HARD = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=63072000",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
GENEROUS = """
limit_req_zone $sign_in_client zone=sign_in:10m rate=1000r/s;
limit_req zone=sign_in burst=1000 nodelay;
limit_req_zone $api_client zone=api:10m rate=1000r/s;
limit_req zone=api burst=1000 nodelay;
limit_conn_zone $socket_client zone=sockets:10m;
limit_conn sockets 500;
"""


class GatewayCase(unittest.TestCase):
    values = {"limits": GENEROUS}
    ports = [8001, 8002]

    @classmethod
    def setUpClass(cls):
        cls.a, cls.b = Node("a", 8001), Node("b", 8002)
        cls.gateway = Gateway(cls.ports, **cls.values)
        cls.addClassCleanup(cls.gateway.stop)
        cls.addClassCleanup(lambda: cls.a.stop())
        cls.addClassCleanup(lambda: cls.b.stop())
        cls.gateway.start()
        cls.tls = trusting(cls.gateway.certificate)

    def call(self, path, method="GET", body=None, headers=None, **options):
        with Connection(context=self.tls, **options) as connection:
            return connection.send(method, path, body, headers)

    def seen(self, path="/api/echo", **options):
        return json.loads(self.call(path, **options).text())

    def socket(self, **options):
        opened = WebSocket(context=self.tls, **options)
        self.addCleanup(opened.close)
        return opened


class WebClientTests(GatewayCase):
    def test_pages_are_the_start_page_and_never_kept(self):
        for path in ("/", "/rooms/17", "/index.html"):
            answer = self.call(path)
            self.assertEqual((200, INDEX), (answer.status, answer.text()), path)
            self.assertEqual(["no-cache"], answer.all("Cache-Control"), path)
            self.assertIn("default-src 'self'", answer.headers["Content-Security-Policy"])

    def test_assets_are_kept_for_good(self):
        answer = self.call("/assets/app-1a2b.js")
        self.assertEqual(SCRIPT, answer.text())
        self.assertEqual(["public, max-age=31536000, immutable"], answer.all("Cache-Control"))

    def test_an_asset_of_the_release_before_is_still_there(self):
        answer = self.call("/assets/app-0000.js")
        self.assertEqual((200, "console.log('before')"), (answer.status, answer.text()))
        self.assertIn("immutable", answer.headers["Cache-Control"])

    def test_a_missing_asset_is_missing_and_may_come(self):
        answer = self.call("/assets/app-9999.js")
        self.assertEqual((404, ["no-store"]), (answer.status, answer.all("Cache-Control")))

    def test_a_known_page_is_not_sent_again(self):
        first = self.call("/")
        again = self.call("/", headers={"If-None-Match": first.headers["ETag"]})
        self.assertEqual((304, b""), (again.status, again.body))

    def test_hidden_files_stay_hidden(self):
        self.assertEqual(404, self.call("/.hidden").status)
        self.assertEqual(400, self.call("/assets/../../etc/values/main.conf").status)

    def test_what_is_large_and_text_is_compressed(self):
        wanted = {"Accept-Encoding": "gzip"}
        asset, page, api = (self.call(path, headers=wanted) for path in ("/assets/app-1a2b.js", "/", "/api/long"))
        for answer in (asset, page, api):
            self.assertEqual("gzip", answer.headers["Content-Encoding"])
            self.assertIn("Accept-Encoding", answer.all("Vary"))
        self.assertEqual(SCRIPT, asset.text())
        self.assertIn("parley parley", api.text())

    def test_answers_with_tokens_and_media_are_not_compressed(self):
        wanted = {"Accept-Encoding": "gzip", "X-Long": "parley " * 300}
        for method, path in (("POST", "/api/login"), ("POST", "/api/token"), ("GET", "/api/media?id=1")):
            answer = self.call(path, method, b"" if method == "POST" else None, wanted)
            self.assertGreater(len(answer.body), 1024)
            self.assertIsNone(answer.headers["Content-Encoding"], path)


class HeaderTests(GatewayCase):
    def test_every_answer_carries_them_once(self):
        places = [
            (200, "/", "GET", None),
            (200, "/assets/app-1a2b.js", "GET", None),
            (404, "/assets/none.js", "GET", None),
            (404, "/q/health", "GET", None),
            (200, "/api/echo", "GET", None),
            (500, "/api/broken", "GET", None),
            (503, "/api/die", "GET", None),
            (413, "/api/echo", "POST", b"x" * 1_100_000),
            (400, "/ws", "GET", None),
        ]
        for status, path, method, body in places:
            answer = self.call(path, method, body)
            self.assertEqual(status, answer.status, path)
            for name, value in HARD.items():
                self.assertEqual([value], answer.all(name), f"{name} of {path}")
            for name in ("Content-Security-Policy", "Permissions-Policy", "X-Request-Id", "Cache-Control"):
                self.assertEqual(1, len(answer.all(name)), f"{name} of {path}")
            self.assertNotIn("/", answer.headers["Server"], "the version is nobody's business")

    def test_the_api_may_load_nothing_but_its_documentation_its_scripts(self):
        self.assertIn("default-src 'none'", self.call("/api/echo").headers["Content-Security-Policy"])
        self.assertIn("script-src 'self'", self.call("/api/docs/").headers["Content-Security-Policy"])

    def test_what_the_server_says_about_its_media_wins(self):
        answer = self.call("/api/media?id=1")
        self.assertEqual(["sandbox"], answer.all("Content-Security-Policy"))
        self.assertEqual(["private, max-age=60"], answer.all("Cache-Control"))

    def test_the_api_is_not_kept_by_default(self):
        self.assertEqual(["no-store"], self.call("/api/echo").all("Cache-Control"))

    def test_the_caller_learns_the_request_id_that_the_node_got(self):
        answer = self.call("/api/echo", headers={"X-Request-Id": "of-the-caller"})
        passed = json.loads(answer.text())["headers"]["x-request-id"]
        self.assertEqual(answer.all("X-Request-Id"), passed)
        self.assertRegex(passed[0], "^[0-9a-f]{32}$")


class NameTests(GatewayCase):
    def test_http_leads_to_https(self):
        with Connection(port=80) as connection:
            answer = connection.send("GET", "/rooms/1?x=y")
        self.assertEqual((308, f"https://{NAME}/rooms/1?x=y"), (answer.status, answer.headers["Location"]))

    def test_http_answers_challenges_of_certificate_authorities(self):
        with Connection(port=80) as connection:
            answer = connection.send("GET", "/.well-known/acme-challenge/token")
            self.assertEqual((200, "the proof"), (answer.status, answer.text()))
            self.assertEqual(404, connection.send("GET", "/.well-known/acme-challenge/none").status)

    def test_other_names_get_no_answer_over_http(self):
        with Connection(port=80) as connection, self.assertRaises(http.client.RemoteDisconnected):
            connection.send("GET", "/", host="other.example.test")

    def test_other_names_and_addresses_get_no_certificate(self):
        anything = ssl._create_unverified_context()
        for name in ("other.example.test", None):
            with self.assertRaises(ssl.SSLError) as refused:
                connect(context=anything, name=name)
            self.assertIn("UNRECOGNIZED_NAME", str(refused.exception).upper().replace(" ", "_"))

    def test_another_name_behind_the_right_certificate_gets_no_answer(self):
        with Connection(context=self.tls) as connection, self.assertRaises(http.client.RemoteDisconnected):
            connection.send("GET", "/", host="other.example.test")

    def test_it_listens_on_ipv6_too(self):
        self.assertEqual(200, self.call("/", target="::1").status)


class TlsTests(GatewayCase):
    def version(self, newest, oldest=ssl.TLSVersion.MINIMUM_SUPPORTED):
        context = trusting(self.gateway.certificate)
        context.set_ciphers("DEFAULT:@SECLEVEL=0")
        context.minimum_version, context.maximum_version = oldest, newest
        with connect(context=context) as opened:
            return opened.version(), opened.cipher()[0]

    def test_new_versions_are_spoken_with_forward_secrecy(self):
        self.assertEqual("TLSv1.3", self.version(ssl.TLSVersion.TLSv1_3)[0])
        spoken, cipher = self.version(ssl.TLSVersion.TLSv1_2)
        self.assertEqual("TLSv1.2", spoken)
        self.assertTrue(cipher.startswith("ECDHE-") and ("GCM" in cipher or "CHACHA20" in cipher), cipher)

    def test_old_versions_are_refused(self):
        with self.assertRaises(ssl.SSLError):
            self.version(ssl.TLSVersion.TLSv1_1, ssl.TLSVersion.TLSv1)

    def test_a_cipher_without_forward_secrecy_is_refused(self):
        context = trusting(self.gateway.certificate)
        context.maximum_version = ssl.TLSVersion.TLSv1_2
        context.set_ciphers("AES128-GCM-SHA256")
        with self.assertRaises(ssl.SSLError):
            connect(context=context)

    def test_browsers_are_offered_http_2(self):
        context = trusting(self.gateway.certificate)
        context.set_alpn_protocols(["h2", "http/1.1"])
        with connect(context=context) as opened:
            self.assertEqual("h2", opened.selected_alpn_protocol())


class ProxyTests(GatewayCase):
    def test_a_node_is_asked_over_few_connections_that_stay(self):
        before = self.a.connections + self.b.connections
        with Connection(context=self.tls) as connection:
            for _ in range(20):
                self.assertEqual(200, connection.send("GET", "/api/echo").status)
        self.assertLessEqual(self.a.connections + self.b.connections - before, 4)

    def test_all_nodes_are_asked(self):
        with Connection(context=self.tls) as connection:
            nodes = {json.loads(connection.send("GET", "/api/echo").text())["node"] for _ in range(10)}
        self.assertEqual({"a", "b"}, nodes)

    def test_nothing_that_a_client_says_about_its_way_is_believed(self):
        lies = {
            "X-Forwarded-For": "6.6.6.6",
            "X-Real-IP": "6.6.6.6",
            "Forwarded": "for=6.6.6.6",
            "X-Forwarded-Proto": "http",
            "X-Forwarded-Host": "evil.test",
            "X-Forwarded-Prefix": "/evil",
        }
        headers = self.seen(headers=lies, target="203.0.113.5", source="203.0.113.5")["headers"]
        self.assertEqual(["203.0.113.5"], headers["x-forwarded-for"])
        self.assertEqual(["https"], headers["x-forwarded-proto"])
        self.assertEqual([NAME], headers["host"])
        for name in ("x-real-ip", "forwarded", "x-forwarded-host", "x-forwarded-prefix"):
            self.assertNotIn(name, headers)

    def test_query_strings_reach_the_node(self):
        self.assertEqual("/api/room?id=7&q=a%20b", self.seen("/api/room?id=7&q=a%20b")["path"])

    def test_health_and_metrics_stay_inside(self):
        for path in ("/q", "/q/health", "/q/metrics", "/metrics", "/q/../q/health", "//q/metrics", "/%71/metrics"):
            self.assertEqual(404, self.call(path).status, path)

    def test_bodies_have_a_limit_and_uploads_a_larger_one(self):
        body = b"x" * 1_100_000
        refused = self.call("/api/room/message", "POST", body)
        self.assertEqual((413, "request.too_large"), (refused.status, json.loads(refused.text())["code"]))
        self.assertEqual(1_100_000, self.seen("/api/upload", method="POST", body=body)["bytes"])
        self.assertEqual(413, self.call("/api/login", "POST", b"x" * 20_000).status)

    def test_an_answer_of_the_server_is_passed_on_as_it_is(self):
        busy = self.call("/api/busy")
        self.assertEqual((503, ["7"]), (busy.status, busy.all("Retry-After")))
        self.assertEqual("/api/busy", json.loads(busy.text())["path"])

    def test_a_request_that_may_have_been_carried_out_is_not_sent_twice(self):
        def deaths():
            return len([path for method, path in self.a.requests + self.b.requests if path == "/api/die"])

        before = deaths()
        answer = self.call("/api/die", "POST", b"{}")
        problem = json.loads(answer.text())
        self.assertEqual((503, ["2"], "server.unavailable"), (answer.status, answer.all("Retry-After"), problem["code"]))
        self.assertEqual("application/problem+json", answer.headers.get_content_type())
        self.assertEqual(answer.headers["X-Request-Id"], problem["traceId"])
        self.assertEqual(1, deaths() - before)


class FailureTests(GatewayCase):
    def test_a_dead_node_is_passed_over_and_found_again(self):
        self.b.stop()
        try:
            for _ in range(12):
                answer = self.call("/api/room", "POST", b"{}")
                self.assertEqual((200, "a"), (answer.status, json.loads(answer.text())["node"]))
                self.assertEqual("a", self.socket().receive())
        finally:
            type(self).b = Node("b", 8002)
        until(lambda: self.seen()["node"] == "b")


class NobodyServesTests(GatewayCase):
    ports = [8009]

    def test_pages_work_and_calls_are_told_to_come_back(self):
        self.assertEqual(200, self.call("/").status)
        answer = self.call("/api/echo")
        self.assertEqual((503, ["2"]), (answer.status, answer.all("Retry-After")))
        self.assertEqual(503, self.socket().status)


class SocketTests(GatewayCase):
    values = {"limits": GENEROUS, "socket": "proxy_read_timeout 2s;\nproxy_send_timeout 2s;\n"}

    def test_frames_go_both_ways(self):
        opened = self.socket()
        self.assertEqual(101, opened.status)
        opened.receive()
        opened.send("hello")
        self.assertEqual("hello", opened.receive())

    def test_a_heartbeat_keeps_it_open_and_silence_ends_it(self):
        opened = self.socket()
        opened.receive()
        opened.send("seconds 4")
        for _ in range(8):
            self.assertEqual("heartbeat", opened.receive())
        self.assertEqual("seconds 4", opened.receive())
        opened.send("silence")
        began = time.monotonic()
        with self.assertRaises(Closed):
            opened.receive()
        self.assertLess(1.5, time.monotonic() - began)

    def test_sockets_are_spread(self):
        self.assertEqual({"a", "b"}, {self.socket().receive() for _ in range(6)})

    def test_a_reload_keeps_them_and_takes_the_new_nodes(self):
        opened = self.socket()
        node = opened.receive()
        self.gateway.nodes([8001 if node == "b" else 8002])
        self.gateway.reload()
        try:
            opened.send("still there")
            self.assertEqual("still there", opened.receive())
            other = "a" if node == "b" else "b"
            self.assertEqual({other}, {self.socket().receive() for _ in range(4)})
        finally:
            self.gateway.nodes([8001, 8002])
            self.gateway.reload()

    def test_a_reload_loses_no_request(self):
        bad, stop = [], threading.Event()

        def load():
            while not stop.is_set():
                try:
                    if self.call("/api/echo").status != 200:
                        bad.append("refused")
                except OSError as error:
                    bad.append(error)

        callers = [threading.Thread(target=load) for _ in range(4)]
        for caller in callers:
            caller.start()
        for _ in range(3):
            self.gateway.reload()
        stop.set()
        for caller in callers:
            caller.join()
        self.assertEqual([], bad)

    def test_a_configuration_with_a_mistake_changes_nothing(self):
        self.gateway.write("names", "server_nam chat;\n")
        try:
            done = subprocess.run(self.gateway.command("-t"), capture_output=True, text=True)
            self.assertEqual(1, done.returncode)
            self.assertIn("server_nam", done.stderr)
            self.assertEqual(200, self.call("/").status)
        finally:
            self.gateway.write("names", f"server_name {NAME};\n")


class LimitTests(GatewayCase):
    values = {}

    def attempts(self, path, count, source="127.0.0.1", target="127.0.0.1", method="POST", headers=None):
        body = b"{}" if method == "POST" else None
        return [self.call(path, method, body, headers, source=source, target=target).status for _ in range(count)]

    def test_signing_in_is_slowed_down_by_address(self):
        self.assertEqual([200] * 10 + [429] * 3, self.attempts("/api/login", 13, "127.0.1.1"))
        self.assertEqual([200], self.attempts("/api/login", 1, "127.0.1.2"), "somebody else may")
        self.assertEqual([200], self.attempts("/api/echo", 1, "127.0.1.1"), "and the rest goes on")

    def test_login_and_registration_count_together(self):
        self.assertEqual([200] * 5, self.attempts("/api/login", 5, "127.0.2.1"))
        self.assertEqual([200] * 5 + [429], self.attempts("/api/register", 6, "127.0.2.1"))

    def test_a_lie_about_the_address_helps_nobody(self):
        self.attempts("/api/login", 10, "127.0.3.1")
        self.assertEqual([429], self.attempts("/api/login", 1, "127.0.3.1", headers={"X-Forwarded-For": "127.0.3.9"}))

    def test_an_ipv6_network_of_64_counts_as_one(self):
        first, second, elsewhere = "2001:db8:0:1::1", "2001:db8:0:1::2", "2001:db8:0:2::1"
        self.assertEqual([200] * 10, self.attempts("/api/login", 10, first, first))
        self.assertEqual([429], self.attempts("/api/login", 1, second, first))
        self.assertEqual([200], self.attempts("/api/login", 1, elsewhere, first))

    def test_a_refusal_says_when_to_come_back(self):
        self.attempts("/api/login", 10, "127.0.4.1")
        answer = self.call("/api/login", "POST", b"{}", source="127.0.4.1")
        problem = json.loads(answer.text())
        self.assertEqual((429, ["6"]), (answer.status, answer.all("Retry-After")))
        self.assertEqual(("identity.throttled", True), (problem["code"], problem["retryable"]))

    def test_the_api_has_a_limit_too(self):
        with Connection(context=self.tls, source="127.0.5.1") as connection:
            statuses = [connection.send("GET", "/api/echo").status for _ in range(400)]
        self.assertGreaterEqual(statuses.count(200), 200)
        self.assertIn(429, statuses)

    def test_pages_have_none(self):
        with Connection(context=self.tls, source="127.0.6.1") as connection:
            self.assertEqual({200}, {connection.send("GET", "/").status for _ in range(400)})


class SocketLimitTests(GatewayCase):
    values = {"limits": GENEROUS.replace("sockets 500", "sockets 3")}

    def test_one_address_has_only_so_many(self):
        mine = [self.socket(source="127.0.1.1") for _ in range(4)]
        self.assertEqual([101, 101, 101, 429], [opened.status for opened in mine])
        self.assertEqual(101, self.socket(source="127.0.1.2").status)
        self.assertEqual(200, self.call("/api/echo", source="127.0.1.1").status)
        mine[0].close()
        until(lambda: self.socket(source="127.0.1.1").status == 101)


class LogTests(GatewayCase):
    def test_query_strings_appear_nowhere(self):
        self.call("/api/echo?token=geheim")
        self.call("/rooms?invite=geheim")
        self.call("/api/die?token=geheim")
        self.call("/q/health?token=geheim")
        with Connection(port=80) as connection:
            connection.send("GET", "/?token=geheim")
        WebSocket(path="/ws?token=geheim", context=self.tls).close()
        self.call("/api/echo?token=geheim", "POST", b"x" * 1_100_000)
        self.call("/api/echo", headers={"Referer": f"https://{NAME}/?token=geheim"})
        self.call("/api/last")
        until(lambda: "/api/last" in self.gateway.logged())
        self.assertNotIn("geheim", self.gateway.logged())

    def test_lines_are_json_and_name_request_and_client(self):
        answer = self.call("/api/echo?x=1", headers={"User-Agent": 'a "quoted"\nname'.replace("\n", " ")})
        number = answer.headers["X-Request-Id"]
        until(lambda: number in self.gateway.requests())
        lines = [json.loads(line) for line in self.gateway.requests().splitlines()]
        line = next(line for line in lines if line["requestId"] == number)
        expected = {"client": "127.0.0.1", "method": "GET", "path": "/api/echo", "status": 200, "agent": 'a "quoted" name'}
        self.assertEqual(expected, {key: line[key] for key in expected})
        self.assertIn(line["node"], ("127.0.0.1:8001", "127.0.0.1:8002"))


class LoadBalancerTests(GatewayCase):
    def setUp(self):
        trust = "set_real_ip_from 127.0.7.1;\nreal_ip_header X-Forwarded-For;\n"
        self.gateway.write("http", f"access_log {self.gateway.logs}/access.log parley;\n{trust}")
        self.gateway.reload()

    def test_a_load_balancer_of_ours_is_believed_and_only_that(self):
        said = {"X-Forwarded-For": "198.51.100.7"}
        believed = self.seen(headers=said, source="127.0.7.1")["headers"]["x-forwarded-for"]
        refused = self.seen(headers=said, source="127.0.7.2")["headers"]["x-forwarded-for"]
        self.assertEqual((["198.51.100.7"], ["127.0.7.2"]), (believed, refused))


class ListeningTests(GatewayCase):
    def test_nothing_but_http_and_https_is_open(self):
        listening = subprocess.run(["ss", "-Hltn"], capture_output=True, text=True, check=True).stdout
        ports = {line.split()[3].rsplit(":", 1)[1] for line in listening.splitlines()}
        self.assertEqual({"80", "443", "8001", "8002"}, ports)
