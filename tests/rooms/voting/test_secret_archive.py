"""``danchu archive``: the file that any judge takes; nothing where there is no archive."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from danchu import cli
from danchu.cli.common import Exit
from danchu.verifier import verify
from rooms.voting import sealed, stages

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_archive_is_written_as_it_stands_and_judged(tell: Callable[..., stages.Story], tmp_path, capsys) -> None:
    vote = sealed.opened(tell(stages.form_poll_passed, households=6))
    words = ["archive", vote.story.vote.slug, "--out", str(tmp_path / "ket-qua.bel"), "--json", "--lang", "en"]
    assert cli.main(words) == Exit.REFUSED
    assert "has not opened" in capsys.readouterr().err
    vote.cast(0)

    assert cli.main(words) == Exit.OK
    assert verify(tmp_path / "ket-qua.bel", jobs=1).ballots == 1
    assert vote.box.head in capsys.readouterr().out
    words[3] = str(tmp_path / "khong" / "co.bel")
    assert cli.main(words) == Exit.REFUSED
