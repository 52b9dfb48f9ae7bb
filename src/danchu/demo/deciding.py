"""Mỗi loại việc ở phường mẫu: initiatives, a matter of the whole ward, elections, and what follows results."""

from __future__ import annotations

from datetime import date, timedelta

from danchu.demo.driving import Drive
from danchu.demo.township import Town
from danchu.foundation import clock
from danchu.foundation.access import actor as actors
from danchu.foundation.access.actor import Actor
from danchu.law.elections import Nomination
from danchu.rooms.voting import services
from danchu.rooms.voting.services.elections import Listed

_HEAD = {"permanent": True, "lives_here": True, "fit": True, "accepts": True}
_MEMBER = {"permanent": True, "fit": True, "volunteers": True}
_BENCHES = {
    "matter": "D2",
    "title": "Lập quỹ khuyến học khu phố 3",
    "body": "Mỗi năm học khen các cháu học giỏi và giúp cháu khó khăn.\nHộ nào tự nguyện thì góp, công khai.",
    "proposer_name": "Lê Thị Mai",
}
_CONVENTION = {
    "matter": "D3",
    "title": "Quy ước khu phố 4: tiệc tùng, loa đài",
    "body": "Tiệc tại nhà kết thúc loa đài trước 22 giờ.\nĐám tang không rải vàng mã ra đường.",
    "proposer_name": "Trần Văn Hòa",
}
_ROAD = {
    "title": "Góp làm đường liên khu phố",
    "question": "Hộ ông/bà có đồng ý góp 500.000 đồng làm đường liên khu phố không?",
    "body": "Mỗi hộ góp 500.000 đồng, một lần.\nHộ nghèo không phải góp.\nThu, chi công khai ở nhà văn hóa.",
}
_FUND = {
    "title": "Quỹ phòng, chống thiên tai của phường",
    "question": "Hộ ông/bà có đồng ý góp quỹ phòng, chống thiên tai không?",
    "body": "Mỗi hộ góp 20.000 đồng một năm.\nChi khi có bão, ngập; công khai từng khoản.",
}


def decide(town: Town, sent: Drive, sent_back: Drive) -> None:
    """Every kind of matter in some state; ``sent`` is carried out, ``sent_back`` has to be taken again."""
    _initiatives(town)
    _whole_ward(town)
    _elections(town)
    _carried_out(town, sent)
    _sent_back(town, sent_back)


def _household(town: Town, place: int, index: int) -> tuple[Actor, object]:
    home = town.cards[place][index].household
    return actors.household(town.ward.pk, home.pk), home


def _initiatives(town: Town) -> None:
    """One still gathers households; one has a tenth of them and was put to the community."""
    for place, wording, behind in ((3, _BENCHES, 18), (4, _CONVENTION, None)):
        at = town.at(-20, 19)
        proposer, home = _household(town, place, 7)
        made = services.file_initiative(proposer, household=home, at=at, **wording)
        everybody = len(town.cards[place])
        count = behind if behind is not None else -(-everybody // 10)
        others = [index for index in range(everybody) if index != 7][: count - 1]
        for minutes, index in enumerate(others, 1):
            household, _ = _household(town, place, index)
            services.endorse_initiative(household, initiative_id=made.pk, at=at + timedelta(minutes=30 * minutes))
        if behind is None:
            later = town.at(-12, 9)
            put = {
                "title": made.title,
                "body": made.body,
                "question": "Hộ ông/bà có đồng ý bản quy ước này không?",
                "yes_means": "Theo bản quy ước.",
                "no_means": "Không theo bản quy ước.",
                "other_means": "Ghi điều muốn sửa; không tính là đồng ý.",
            }
            head = town.actor(f"truong.kp{place}", later)
            services.put_initiative(head, initiative_id=made.pk, form="meeting", wording=put, at=later)


def _whole_ward(town: Town) -> None:
    """One matter is with the khu phố; one waits for the Chairman of the ward Front."""
    at = town.at(-9, 9)
    road = services.propose_ward(town.actor("chu.tich", at), matter="D1", form="slip", wording=_ROAD, at=at)
    later = town.at(-8, 10)
    services.agree_ward(town.actor("mat.tran", later), decision_id=road.pk, at=later)
    put = town.at(-8, 15)
    services.put_ward(town.actor("chu.tich", put), decision_id=road.pk, at=put)
    now = town.at(-1, 9)
    services.propose_ward(town.actor("chu.tich", now), matter="D2", form="slip", wording=_FUND, at=now)


def _elections(town: Town) -> None:
    """The head of khu phố 2 is to be elected; khu phố 1 elects residents into a supervision board."""
    at = town.at(-4, 9)
    election = services.plan_election(
        town.actor("chu.tich", at),
        khu_pho=town.khu_pho[2],
        day=clock.day(at) + timedelta(days=24),
        number="31/QĐ-UBND",
        at=at,
    )
    front = town.actor("mattran.kp2", at)
    for name, born, how in (
        ("Đỗ Hữu Phúc", date(1968, 3, 9), Nomination.LISTED),
        ("Trịnh Thị Hoa", date(1979, 11, 21), Nomination.SELF),
    ):
        services.add_candidate(
            front, election_id=election.pk, name=name, born_on=born, nomination=how, answers=_HEAD, at=at
        )
    team = [Listed("Lê Thị Bích Vân", front=True, leader=True), Listed("Hồ Minh Khánh"), Listed("Trần Công Sơn")]
    services.set_election_team(town.actor("chu.tich", at), election_id=election.pk, members=team, at=at)
    board = services.call_board(
        town.actor("truong.kp1", at),
        khu_pho=town.khu_pho[1],
        board="investment",
        day=clock.day(at) + timedelta(days=14),
        seats=2,
        at=at,
    )
    for name in ("Đặng Kim Oanh", "Phạm Quốc Vinh"):
        services.add_candidate(
            town.actor("mattran.kp1", at),
            election_id=board.pk,
            name=name,
            born_on=None,
            nomination=Nomination.LISTED,
            answers=_MEMBER,
            at=at,
        )


def _carried_out(town: Town, sent: Drive) -> None:
    """A first task is done; somebody petitioned and was answered."""
    vote, at = sent.vote, town.at(-50, 9)
    head = sent.head(at)
    first = vote.tasks.order_by("pk").first()
    if first is not None:
        note = "Nhà văn hóa mở cửa đúng giờ từ tuần này."
        services.report_task(head, vote_id=vote.pk, task_id=first.pk, done_on=clock.day(at), note=note, at=at)
    household, _ = _household(town, 3, 60)
    made = services.file_petition(
        household, vote_id=vote.pk, addressee="front", words="Nhà tôi không thấy thông báo dán ở hẻm 12.", at=at
    )
    later = town.at(-45, 10)
    answer = "Đã kiểm tra: thông báo dán ở đầu hẻm 12 từ trước ngày mở. Xin cảm ơn ông/bà đã báo."
    services.answer_petition(town.actor("mat.tran", later), petition_id=made.pk, answer=answer, at=later)


def _sent_back(town: Town, sent_back: Drive) -> None:
    """The ward found that the procedure was broken: the decision has to be taken again."""
    at = town.at(-6, 14)
    services.annul_decision(
        town.actor("can.bo", at),
        vote_id=sent_back.id,
        fault="procedure",
        redo=True,
        reasons="Thông báo không niêm yết ở hẻm 7. Khu phố niêm yết đủ nơi rồi lấy ý kiến lại.",
        on=clock.day(at),
        number="29/UBND",
        at=at,
    )
