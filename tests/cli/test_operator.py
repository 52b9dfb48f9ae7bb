"""What an operator does from the terminal: a ward, accounts, backup, restore, doctor; on both databases."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from danchu.cli.common import Exit
from danchu.server import doctor


def test_init_needs_to_know_the_ward(program):
    done = program.run("init")

    assert done.returncode == Exit.REFUSED
    assert done.stderr == "Còn thiếu --name.\n"


def test_init_refuses_the_demonstration(program):
    program.data.mkdir()
    (program.data / "demo.json").write_text("{}", encoding="ascii")

    answer = program.json("init", "--name", "Thới Hòa", code=2)

    assert answer["error"]["code"] == "init.demo"


def test_init_twice_changes_nothing(program):
    program.init()

    answer = program.json("init")

    assert answer["created"] is False
    assert answer["ward"] == "thoi-hoa"


def test_data_is_for_the_service_alone(program):
    program.init()

    paths = [program.data, *program.data.rglob("*")]

    assert {oct(path.stat().st_mode & 0o077) for path in paths} == {"0o0"}


def test_commands_refuse_a_folder_without_a_ward(program):
    for words in (["user", "disable", "an"], ["tick"], ["backup"], ["web"], ["worker"], ["serve"]):
        done = program.run(*words)

        assert done.returncode == Exit.REFUSED, words
        assert "danchu init" in done.stderr


def test_user_is_created_reset_and_disabled(ward):
    words = ["--name", "Trần Thị Bình", "--honorific", "bà", "--role", "head", "--khu-pho", "khu pho 2"]

    created = ward.json("user", "create", "binh", *words, "--url", "https://phuong.example/")
    again = ward.json("user", "create", "Binh", "--name", "Khác", code=2)
    reset = ward.json("user", "reset", "binh")
    disabled = ward.json("user", "disable", "binh")
    unknown = ward.json("user", "reset", "nobody", code=2)
    elsewhere = ward.json("user", "create", "chi", "--name", "Chi", "--role", "head", "--khu-pho", "Khu 9", code=2)

    assert created["link"].startswith("https://phuong.example/lien-ket/")
    assert again["error"]["code"] == "accounts.username_taken"
    assert reset["link"] != created["link"]
    assert disabled == {"username": "binh", "active": False}
    assert unknown["error"]["code"] == "user.none"
    assert elsewhere["error"]["code"] == "khu_pho.none"


def test_user_with_a_role_out_of_place_is_not_created(ward):

    refused = ward.json("user", "create", "dung", "--name", "Dũng", "--role", "head", code=2)
    after = ward.json("user", "reset", "dung", code=2)

    assert refused["error"]["code"] == "access.mandate_place"
    assert after["error"]["code"] == "user.none"


def test_backup_while_the_journal_grows_restores_whole(on_both, tmp_path):
    here, there = on_both
    writer = (
        "from danchu.cli.common import load_django; load_django()\n"
        "from danchu.foundation import clock\n"
        "from danchu.foundation.access import actor\n"
        "from danchu.foundation.accounts.services.staff import create_staff\n"
        "from danchu.foundation.places.models import Ward\n"
        "one = actor.system(Ward.objects.get().pk)\n"
        "for n in range(100_000):\n"
        "    create_staff(one, username=f'u{n}', full_name='Nguyễn Văn A', at=clock.now())\n"
        "    print(n, flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", writer], env=here.environment(), stdout=subprocess.PIPE, text=True
    ) as writing:
        writing.stdout.readline()
        before = int(writing.stdout.readline())
        made = here.json("backup", tmp_path / "b.tar")
        writing.kill()
        rest = writing.stdout.read().split()

    restored = there.json("restore", tmp_path / "b.tar", "--keys", here.data / "keys")

    assert int(rest[-1]) > before
    assert made["parts"] == 1
    assert restored["ok"] is True
    rows = there.python("from danchu.foundation.accounts.models import Staff; print(Staff.objects.count())")
    acts = there.python(
        "from django_scopes import scopes_disabled\n"
        "from danchu.foundation.journal.models import Entry\n"
        "with scopes_disabled(): print(*Entry.objects.order_by('seq').values_list('act', flat=True))"
    )
    assert before < int(rows.stdout) <= int(rest[-1]) + 2
    assert acts.stdout.split()[-1] == "system.backup.restore"
    assert acts.stdout.split().count("accounts.staff.create") == int(rows.stdout)


def test_backup_holds_no_key_no_session_and_no_link(on_both, tmp_path):
    here, _ = on_both
    link = here.json("user", "create", "an", "--name", "An")["link"]
    here.python(
        "from django.contrib.sessions.backends.db import SessionStore\n"
        "store = SessionStore('phien-dang-mo-cua-mot-nguoi'); store['x'] = 1; store.save(must_create=True)"
    )
    here.json("backup", tmp_path / "b.tar")

    content = (tmp_path / "b.tar").read_bytes()

    secrets = [path.read_text(encoding="ascii").strip() for path in (here.data / "keys").glob("*.key")]
    assert len(secrets) >= 2
    for secret in [*secrets, link.rstrip("/").rpartition("/")[2], "phien-dang-mo-cua-mot-nguoi"]:
        assert secret.encode() not in content
        assert not _is_hex(secret) or bytes.fromhex(secret) not in content
    assert (tmp_path / "b.tar").stat().st_mode & 0o077 == 0


def _is_hex(text: str) -> bool:
    return len(text) == 64 and not set(text) - set("0123456789abcdef")


def test_restore_without_the_keys_is_not_green(on_both, tmp_path):
    here, there = on_both
    here.json("user", "create", "an", "--name", "An")
    here.json("backup", tmp_path / "b.tar")

    answer = there.json("restore", tmp_path / "b.tar", code=3)

    assert [check["name"] for check in answer["checks"] if not check["ok"]] == ["keys.restored"]


def test_restore_into_a_ward_is_refused_and_changes_nothing(on_both, tmp_path):
    here, _ = on_both
    here.json("backup", tmp_path / "b.tar")

    answer = here.json("restore", tmp_path / "b.tar", code=2)

    assert answer["error"]["code"] == "restore.not_empty"
    assert here.json("doctor", "--chain")["ok"] is True


def test_backup_never_writes_over_a_file(ward, tmp_path):
    (tmp_path / "b.tar").write_text("mine", encoding="ascii")

    answer = ward.json("backup", tmp_path / "b.tar", code=2)

    assert answer["error"]["code"] == "backup.exists"
    assert (tmp_path / "b.tar").read_text(encoding="ascii") == "mine"


def changed(source: Path, target: Path, *, drop: str = "", flip: str = "", add: str = "") -> Path:
    """A backup with a member left out, changed by one bit, or added."""
    with tarfile.open(source) as old, tarfile.open(target, "w") as new:
        for entry in old:
            content = bytearray(old.extractfile(entry).read())
            if entry.name == flip:
                content[len(content) // 2] ^= 1
            if entry.name != drop:
                new.addfile(entry, io.BytesIO(content))
        if add:
            entry = tarfile.TarInfo(add)
            entry.size = 4
            new.addfile(entry, io.BytesIO(b"evil"))
    return target


@pytest.mark.parametrize(
    "change",
    [
        {"drop": "danchu.sqlite3"},
        {"flip": "danchu.sqlite3"},
        {"drop": "manifest.json"},
        {"add": "../outside"},
        {"add": "keys/card.key"},
        {"add": "files/1/aa/" + "a" * 64},
    ],
    ids=["cut", "bit", "no list", "outside", "key", "unlisted"],
)
def test_damaged_backup_is_refused_and_leaves_nothing(ward, tmp_path, change):
    ward.json("backup", tmp_path / "b.tar")
    other = type(ward)(tmp_path / "other")

    answer = other.json("restore", changed(tmp_path / "b.tar", tmp_path / "c.tar", **change), code=2)
    then = other.json("restore", tmp_path / "b.tar", "--keys", ward.data / "keys")

    assert answer["error"]["code"] == "restore.file"
    assert not (tmp_path / "outside").exists()
    assert then["ok"] is True


def test_papers_travel_with_the_backup(ward, tmp_path):
    paper = ward.data / "files" / "1" / "ab" / ("ab" * 32)
    paper.parent.mkdir(parents=True)
    paper.write_bytes(b"%PDF-1.7")
    other = type(ward)(tmp_path / "other")

    made = ward.json("backup", tmp_path / "b.tar")
    other.json("restore", tmp_path / "b.tar", "--keys", ward.data / "keys")

    assert made["parts"] == 2
    assert (other.data / paper.relative_to(ward.data)).read_bytes() == b"%PDF-1.7"


def test_restored_demonstration_stays_one(ward, tmp_path):
    (ward.data / "demo.json").write_text('{"start": "bi-mat"}', encoding="ascii")
    other = type(ward)(tmp_path / "other")

    ward.json("backup", tmp_path / "b.tar")
    other.json("restore", tmp_path / "b.tar", "--keys", ward.data / "keys")

    assert b"bi-mat" not in (tmp_path / "b.tar").read_bytes()
    assert other.json("doctor")["settings"]["DANCHU_DEMO"] is True


def bad(answer) -> list[str]:
    return [check["name"] for check in answer["checks"] if not check["ok"]]


def test_doctor_sees_an_unlocked_journal_and_a_changed_row(on_both):
    here, _ = on_both
    here.json("user", "create", "an", "--name", "An")
    assert bad(here.json("doctor", "--chain")) == []
    here.python(
        "from django.db import connection\n"
        "drop = {'sqlite': ['DROP TRIGGER journal_entry_no_update'],\n"
        "        'postgresql': ['DROP TRIGGER journal_entry_keep ON journal_entry']}[connection.vendor]\n"
        "for sql in [*drop, \"UPDATE journal_entry SET subject = 'x' WHERE seq = 1\"]:\n"
        "    connection.cursor().execute(sql)"
    )

    quick = here.json("doctor", code=3)
    whole = here.json("doctor", "--chain", code=3)
    words = here.run("doctor", "--chain")

    assert bad(quick) == ["journal.locked"]
    assert bad(whole) == ["journal.locked", "journal.chain:thoi-hoa"]
    assert "1 (changed row)" in words.stdout
    assert words.returncode == Exit.FOUND


def test_doctor_sees_keys_that_others_can_read(ward):
    (ward.data / "keys" / "django.key").chmod(0o644)

    assert bad(ward.json("doctor", code=3)) == ["keys.private"]


def test_doctor_sees_tables_of_another_version(ward):
    ward.python(
        "from django.db import connection\n"
        "connection.cursor().execute(\"DELETE FROM django_migrations WHERE app = 'jobs'\")"
    )

    assert bad(ward.json("doctor", code=3)) == ["migrations"]


def test_doctor_shows_settings_without_secrets(on_both):
    here, _ = on_both

    answer = here.json("doctor")

    assert answer["settings"]["DANCHU_DATA"] == str(here.data)
    password = here.env.get("DATABASE_URL", "//x:nothing-secret@").split("@")[0].rpartition(":")[2]
    assert password not in json.dumps(answer)


@pytest.mark.parametrize(
    ("mounts", "kind"),
    [
        ("disk / ext4 rw 0 0\nserver:/x /srv nfs4 rw 0 0\n", "nfs4"),
        ("disk / ext4 rw 0 0\nserver:/x /srv/other nfs4 rw 0 0\n", "ext4"),
        ("disk / ext4 rw 0 0\nserver:/x /srv/my\\040ward cifs rw 0 0\n", "ext4"),
    ],
)
def test_filesystem_is_that_of_the_nearest_mount(tmp_path, mounts, kind):
    (tmp_path / "mounts").write_text(mounts, encoding="ascii")

    assert doctor.filesystem(Path("/srv/ward"), tmp_path / "mounts") == kind


def test_confirming_the_clock_is_recorded(ward):

    done = ward.run("doctor", "--confirm-clock")

    assert done.returncode == 0
    assert done.stderr.startswith("Đã ghi xác nhận giờ máy.")


def test_tick_says_how_much_it_queued(ward):

    assert ward.json("tick") == {"queued": 0}
