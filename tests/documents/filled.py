"""Values for every kind of paper there is."""

from __future__ import annotations

from typing import Any

from documents import samples, samples_meeting

VALUES: dict[str, dict[str, Any]] = samples.VALUES | samples_meeting.VALUES
