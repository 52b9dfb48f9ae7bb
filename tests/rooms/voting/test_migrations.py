"""Rows of before come along: lines of "who does what" become tasks, and go back."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from danchu.rooms.voting.models import Vote
from rooms.voting import stages

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.db]

BEFORE = ("voting", "0002_every_form")


def go(target):
    executor = MigrationExecutor(connection)
    executor.migrate([target])
    return executor.loader.project_state([target]).apps


def test_lines_become_tasks_and_tasks_become_lines(tell):
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes("voting")[0]
    story = tell(stages.sealed)
    try:
        before = go(BEFORE).get_model("voting", "Vote")
        row = before._base_manager.get(pk=story.vote.pk)
        assert row.follow_up == "Chuẩn bị dụng cụ: Trưởng khu phố, chậm nhất 5/12/2026"
        before._base_manager.filter(pk=row.pk).update(follow_up="Ông Lộc mua chổi.\n\n  Bà Nhung báo các hộ. \n")
    finally:
        go(latest)

    vote = Vote.objects.get(pk=story.vote.pk)
    found = [(one.what, one.who, one.due, one.ward_id) for one in vote.tasks.order_by("pk")]
    assert found == [
        ("Ông Lộc mua chổi.", "", None, vote.ward_id),
        ("Bà Nhung báo các hộ.", "", None, vote.ward_id),
    ]
    assert vote.online_reason.startswith("Nội dung đã ghi đủ ở mục 1.")
    assert date(2026, 12, 5) not in {one.due for one in vote.tasks.all()}
