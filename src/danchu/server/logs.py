"""Nhật ký kỹ thuật: JSON lines with the request id; card tokens and one-time links are blotted out."""

from __future__ import annotations

import logging
import re
from collections.abc import MutableMapping
from typing import Any

import structlog

# Addresses whose last part is a secret: card, one-time link, receipt.
_SECRET_PATH = re.compile(r"(/(?:the|lien-ket|bien-nhan|xem-thu)/)[^/\s?\"']+")


def blot(text: str) -> str:
    """The text with every secret of an address replaced."""
    return _SECRET_PATH.sub(r"\1…", text)


def _blot_event(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {name: blot(value) if isinstance(value, str) else value for name, value in event.items()}


def configure(config: dict[str, Any]) -> None:
    """Django's LOGGING_CONFIG hook."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.format_exc_info,
    ]
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            _blot_event,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(config.get("level", "INFO"))
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
