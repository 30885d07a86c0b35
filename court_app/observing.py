"""What an operator sees: request ids, log lines without personal data, health, metrics.

A log line names the address pattern and never the address itself, which may hold names and numbers.
"""

import json
import logging
import os
import re
import secrets
import time
from datetime import UTC, datetime
from typing import Any

from alembic.runtime.migration import MigrationContext
from flask import Flask, Response, g, request
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector
from sqlalchemy import text

from court_app import visit
from court_app.db import newest_revision

log = logging.getLogger("court.requests")
REQUESTS = Counter("court_requests", "Requests answered.", ["method", "view", "status"])
SECONDS = Histogram("court_request_seconds", "Time until the answer.", ["view"])
ID_FROM_OUTSIDE = re.compile(r"^[A-Za-z0-9._-]{8,64}$")
PLAIN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


class JsonLines(logging.Formatter):
    """One JSON object a line: a constant sentence, and its values beside it."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record as JSON."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: value for name, value in vars(record).items() if name not in PLAIN}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def write_json_lines() -> None:
    """Write the log of this process to standard error as JSON lines; called by commands that serve."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)


def init_app(app: Flask) -> None:
    """Number every request, measure it, log it, and protect its answer."""
    app.before_request(begin)
    app.after_request(finish)
    app.add_url_rule("/healthz", "healthz", visit.public(healthz))
    app.add_url_rule("/readyz", "readyz", visit.public(readyz))
    app.add_url_rule("/metrics", "metrics", visit.public(metrics))


def begin() -> None:
    """Give the request its number and start its clock."""
    given = request.headers.get("X-Request-ID", "")
    g.request_id = given if ID_FROM_OUTSIDE.match(given) else secrets.token_hex(8)
    g.began = time.perf_counter()


def finish(response: Response) -> Response:
    """Measure and log the answer, and say how it may be used."""
    seconds = time.perf_counter() - g.get("began", time.perf_counter())
    view = request.endpoint or "none"
    REQUESTS.labels(request.method, view, str(response.status_code)).inc()
    SECONDS.labels(view).observe(seconds)
    found = visit.sign_in()
    log.info(
        "answered",
        extra={
            "request": g.get("request_id"),
            "method": request.method,
            "rule": request.url_rule.rule if request.url_rule else None,
            "status": response.status_code,
            "ms": round(seconds * 1000, 1),
            "user": found.user_id if found else None,
        },
    )
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    response.headers["X-Request-ID"] = str(g.get("request_id"))
    return response


def healthz() -> Response:
    """The process answers."""
    return Response("ok\n", mimetype="text/plain")


def readyz() -> Response:
    """Database, schema and typography are as work needs them; says what is not."""
    faults = [str(fault) for fault in visit.bench().mill.faults()]
    connection = visit.session().connection()
    connection.execute(text("SELECT 1"))
    if MigrationContext.configure(connection).get_current_revision() != newest_revision():
        faults.append("数据库结构不是最新的，请运行 court db upgrade。")
    return Response("\n".join(faults or ["ok"]) + "\n", 503 if faults else 200, mimetype="text/plain")


def metrics() -> Response:
    """Counters for Prometheus; of all workers if PROMETHEUS_MULTIPROC_DIR is set, else of this one."""
    registry = REGISTRY
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
