"""What the server refuses before the application sees it, as docs/errors.md says: sent to a real server."""

import socket
from urllib.parse import urlsplit

import pytest

HOST = b"Host: localhost\r\nConnection: close\r\n\r\n"
REFUSED = {
    "a raw NUL in the path": b"GET /v1/occupations/29\x00 HTTP/1.1\r\n" + HOST,
    "a raw NUL in a header": b"GET /v1/areas HTTP/1.1\r\nX: a\x00b\r\n" + HOST,
    "UTF-8 in the path": "GET /v1/occupations/é HTTP/1.1\r\n".encode() + HOST,
    "a raw byte in the query": b"GET /v1/occupations?q=\xe9 HTTP/1.1\r\n" + HOST,
    "a raw blank in the path": b"GET /v1/occu pations HTTP/1.1\r\n" + HOST,
    "no host": b"GET /v1/areas HTTP/1.1\r\nConnection: close\r\n\r\n",
    "two hosts": b"GET /v1/areas HTTP/1.1\r\nHost: a\r\n" + HOST,
    "a method with a bracket": b"GE[T /v1/areas HTTP/1.1\r\n" + HOST,
    "a header with a blank in its name": b"GET /v1/areas HTTP/1.1\r\nBad Header: 1\r\n" + HOST,
    "a length in words": b"GET /v1/areas HTTP/1.1\r\nContent-Length: abc\r\n" + HOST,
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "words": b"hello\r\n\r\n",
    "a request line of more than 64 KiB that does not end": b"GET /v1/occupations?q=" + b"a" * 70_000,
}
ANSWERED = {
    "a URL of 9,000 bytes": (b"GET /v1/occupations?q=" + b"a" * 9_000 + b" HTTP/1.1\r\n" + HOST, 414),
    "a URL of 60,000 bytes": (b"GET /v1/occupations?q=" + b"a" * 60_000 + b" HTTP/1.1\r\n" + HOST, 414),
    "a method that nobody knows": (b"BREW /v1/areas HTTP/1.1\r\n" + HOST, 405),
    "an encoded NUL": (b"GET /v1/occupations/29%00 HTTP/1.1\r\n" + HOST, 400),
    "encoded bytes that are not UTF-8": (b"GET /v1/occupations?q=%E9 HTTP/1.1\r\n" + HOST, 400),
}


def answer(server: str, request: bytes) -> tuple[int, dict[str, str], bytes]:
    """Send bytes, and read until the server closes: status, headers, body."""
    address = urlsplit(server)
    with socket.create_connection((address.hostname, address.port), timeout=10) as connection:
        connection.sendall(request)
        read = b"".join(iter(lambda: connection.recv(65_536), b""))
    head, _, body = read.partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    return int(status.split()[1]), headers, body


@pytest.mark.parametrize("request_bytes", REFUSED.values(), ids=REFUSED)
def test_what_is_no_http_is_refused_by_the_server(server: str, request_bytes: bytes) -> None:
    status, headers, body = answer(server, request_bytes)
    assert (status, headers["content-type"]) == (400, "text/plain; charset=utf-8")
    assert body == b"Invalid HTTP request received."
    assert not {"x-request-id", "access-control-allow-origin"} & headers.keys()


@pytest.mark.parametrize(("request_bytes", "status"), ANSWERED.values(), ids=ANSWERED)
def test_what_reaches_the_application_gets_a_problem(server: str, request_bytes: bytes, status: int) -> None:
    found, headers, _ = answer(server, request_bytes)
    assert (found, headers["content-type"]) == (status, "application/problem+json")
    assert {"x-request-id", "access-control-allow-origin"} <= headers.keys()
