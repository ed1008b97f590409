"""Structured logs on standard error: a line for each request and event, for people or for machines."""

import io
import logging
import sys
from typing import TextIO

import structlog

from app.config import LogFormat, Settings


def configure_logs(settings: Settings) -> None:
    """Write our events and the server's as the settings say."""
    level = getattr(logging, settings.log_level.upper())
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if settings.log_format is LogFormat.JSON
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=_printable_traceback)
    )
    shared: list[structlog.typing.Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    # JSON escapes what does not print by itself.
    last: structlog.typing.Processor = (
        structlog.processors.format_exc_info if settings.log_format is LogFormat.JSON else _printable_values
    )
    structlog.configure(
        processors=[*shared, last, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last, renderer],
        )
    )
    logging.basicConfig(handlers=[handler], level=max(level, logging.WARNING), force=True)


def _printable(text: str, kept: str = "") -> str:
    """Text that does nothing to a terminal: what does not print (ESC, line ends, reversed writing) is written out."""
    return "".join(
        letter if letter.isprintable() or letter in kept else letter.encode("unicode_escape").decode()
        for letter in text
    )


def _printable_values(
    _logger: structlog.typing.WrappedLogger, _method: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """A processor: the values of an event, which a request may have chosen, as they may go to a terminal."""
    return {name: _printable(value) if isinstance(value, str) else value for name, value in event.items()}


def _printable_traceback(stream: TextIO, raised: structlog.typing.ExcInfo) -> None:
    """A trace, whose message may repeat what a request said."""
    written = io.StringIO()
    structlog.dev.plain_traceback(written, raised)
    stream.write(_printable(written.getvalue(), kept="\n\t"))
