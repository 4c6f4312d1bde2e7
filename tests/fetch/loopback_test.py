#!/usr/bin/env python3
"""The built program fetches pages from a server on this machine, plain and with TLS, and refuses what it must not fetch.

loopback_test.py ALOUD
"""

import gzip
import http.server
import os
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

aloud = sys.argv[1]

PROSE = "The river rose in the night, and by the morning the lower fields were gone beneath a sheet of brown water."
PAGE = f"<!doctype html><html lang=en><title>The river</title><article><h1>The river</h1><p>{PROSE}</p><p>{PROSE[:60]}.</p></article>"
SCRIPTED = "<!doctype html><html><title></title><div id=root></div><script>start()</script></html>"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    seen = []  # (path, status, headers)

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", **headers):
        Handler.seen.append((self.path, status, dict(self.headers)))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        name, _, argument = self.path[1:].partition("/")
        html = {"Content_Type": "text/html; charset=utf-8"}
        if name == "page":
            self.answer(200, PAGE.encode(), **html)
        elif name == "latin":
            self.answer(200, PAGE.replace("river", "Größe").encode("latin-1"), Content_Type="text/html; charset=iso-8859-1")
        elif name == "notes.md":
            self.answer(200, f"# Notes\n\n*{PROSE}*\n".encode(), Content_Type="text/plain")
        elif name == "status":
            self.answer(int(argument), b"no", **html)
        elif name == "picture":
            self.answer(200, b"\x89PNG", Content_Type="image/png")
        elif name == "scripted":
            self.answer(200, SCRIPTED.encode(), **html)
        elif name == "hop":
            left = int(argument)
            self.answer(302, Location=f"/hop/{left - 1}" if left > 1 else "/page", Set_Cookie="tracked=yes")
        elif name == "to":
            self.answer(302, Location=argument.replace(":/", "://", 1) if "://" not in argument else argument)
        elif name == "large":
            self.answer(200, PAGE.encode() + b" " * 300_000, **html)
        elif name == "bomb":
            self.answer(200, gzip.compress(b" " * 3_000_000), Content_Encoding="gzip", **html)
        elif name == "slow":
            time.sleep(1.5)
            self.answer(200, PAGE.encode(), **html)
        elif name == "kept":
            if self.headers.get("If-None-Match") == '"v1"':
                self.answer(304, ETag='"v1"')
            else:
                self.answer(200, PAGE.encode(), ETag='"v1"', **html)
        elif name == "voice.md":
            self.answer(200, b"---\nvoice: ./own.toml\n---\nText of the page.\n", Content_Type="text/markdown")
        else:
            self.answer(404, b"no", **html)


def serve(context=None):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


class Fetching(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = Path(cls.folder.name)
        cls.certificate = str(cls.root / "own.pem")
        key = str(cls.root / "own.key")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                        "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", cls.certificate], check=True,
                       capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(cls.certificate, key)
        cls.plain, cls.secure = serve(), serve(context)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def setUp(self):
        Handler.seen.clear()
        self.cache = tempfile.mkdtemp(dir=self.root)

    def run_aloud(self, *words, **environment):
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "ALOUD_CACHE_DIR": self.cache, **environment}
        return subprocess.run([aloud, *words], capture_output=True, text=True, stdin=subprocess.DEVNULL, env=environment, timeout=60)

    def address(self, path, scheme="http"):
        return f"{scheme}://127.0.0.1:{self.secure if scheme == 'https' else self.plain}/{path}"

    def text_of(self, path, *options, scheme="http"):
        return self.run_aloud("inspect", "--stage", "text", self.address(path, scheme), "--allow-private", *options)

    def expect_refusal(self, result, message):
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        self.assertRegex(result.stderr, message)
        self.assertEqual(result.stdout, "")

    def test_reads_a_page(self):
        result = self.text_of("page")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn(PROSE, result.stdout)
        headers = Handler.seen[0][2]
        self.assertTrue(headers["User-Agent"].startswith("aloud/"))
        self.assertNotIn("Cookie", headers)

    def test_renders_under_the_name_of_the_page(self):
        result = self.run_aloud("render", self.address("page"), "--allow-private", "-o", f"{self.root}/out/", "-t", "json")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(sorted(os.listdir(self.root / "out")), ["page.json", "page.ogg"])

    def test_believes_the_header_about_the_encoding(self):
        self.assertIn("Größe", self.text_of("latin").stdout)

    def test_reads_markdown_by_its_name(self):
        self.assertEqual(self.text_of("notes.md").stdout.splitlines()[-1], PROSE)

    def test_refuses_special_addresses_however_they_are_written(self):
        for host in ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "10.0.0.1",
                     "169.254.169.254", "192.168.0.1"]:
            result = self.run_aloud("inspect", f"http://{host}:{self.plain}/page", "--fetch-time", "5")
            self.expect_refusal(result, r"--allow-private fetches from there|there is no host")
        self.assertEqual(Handler.seen, [])

    def test_asks_no_proxy(self):
        proxy = f"http://127.0.0.1:{self.plain}"
        result = self.run_aloud("inspect", "http://10.0.0.1/", "--fetch-time", "5", http_proxy=proxy, ALL_PROXY=proxy)
        self.expect_refusal(result, "private network.*--allow-private")
        self.assertEqual(Handler.seen, [])

    def test_follows_redirects_within_bounds_and_keeps_no_cookie(self):
        self.assertIn(PROSE, self.text_of("hop/10").stdout)
        self.assertTrue(all("Cookie" not in headers for _, _, headers in Handler.seen))
        self.expect_refusal(self.text_of("hop/11"), "more than 10 redirects")

    def test_follows_no_redirect_to_elsewhere(self):
        self.expect_refusal(self.text_of("to/file:///etc/passwd"), "leads to what is not fetched")
        self.expect_refusal(self.text_of("to/ftp://127.0.0.1/x"), "leads to what is not fetched")
        self.expect_refusal(self.text_of("to/" + self.address("page"), "--ca-file", self.certificate, scheme="https"),
                            "leads to what is not fetched")
        self.expect_refusal(self.text_of(f"to/http://anna:secret@127.0.0.1:{self.plain}/page"), "no address that can be fetched")

    def test_says_what_a_status_means(self):
        self.expect_refusal(self.text_of("status/404"), r"is not there \(404\)")
        self.expect_refusal(self.text_of("status/403"), "save it from the browser")
        self.expect_refusal(self.text_of("status/500"), "try again later")
        self.expect_refusal(self.text_of("picture"), "is image/png, which has no text")
        self.expect_refusal(self.text_of("scripted"), "made by scripts has to be saved from the browser")

    def test_takes_no_more_than_it_may(self):
        self.assertIn(PROSE, self.text_of("large").stdout)
        self.expect_refusal(self.text_of("large", "--fetch-size", "200k"), "larger than 200000 bytes: --fetch-size")
        self.expect_refusal(self.text_of("bomb", "--fetch-size", "200k"), "larger than 200000 bytes: --fetch-size")
        self.expect_refusal(self.text_of("slow", "--fetch-time", "1"), "did not come within 1 s: --fetch-time")

    def test_fetches_a_page_once(self):
        for _ in range(2):
            self.assertIn(PROSE, self.text_of("kept").stdout)
        self.assertEqual([status for _, status, _ in Handler.seen], [200, 304])
        self.assertEqual(self.run_aloud("cache", "clear").returncode, 0)
        self.text_of("kept")
        self.assertEqual([status for _, status, _ in Handler.seen], [200, 304, 200])
        self.run_aloud("render", self.address("kept"), "--allow-private", "--no-cache", "-o", "/dev/null", "-f", "wav")
        self.assertEqual(Handler.seen[-1][1], 200)

    def test_verifies_certificates(self):
        self.expect_refusal(self.text_of("page", scheme="https"), "certificate of 127.0.0.1 is not to be trusted.*--ca-file")
        self.assertIn(PROSE, self.text_of("page", "--ca-file", self.certificate, scheme="https").stdout)
        self.expect_refusal(self.text_of("page", "--ca-file", "/nowhere", scheme="https"), "--ca-file /nowhere")

    def test_lets_a_fetched_page_name_no_file(self):
        result = self.run_aloud("inspect", self.address("voice.md"), "--allow-private")
        self.expect_refusal(result, "a fetched page may name no file")

    def test_sends_no_password(self):
        result = self.run_aloud("inspect", f"http://anna:secret@127.0.0.1:{self.plain}/page", "--allow-private")
        self.expect_refusal(result, "which aloud sends nowhere")

    def test_fetches_nothing_that_an_article_names(self):
        article = self.root / "article.md"
        article.write_text(f"See [there]({self.address('page')}) and ![that]({self.address('picture')}).\n{self.address('page')}\n")
        self.assertEqual(self.run_aloud("inspect", str(article)).returncode, 0)
        self.assertEqual(Handler.seen, [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
