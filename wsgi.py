"""The application for any WSGI server; the worker then runs beside it, see docs/operations.md."""

from court_app import create_app

app = create_app()
