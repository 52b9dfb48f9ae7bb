"""Every address, asked by every kind of visitor, with GET and with POST: a stranger gets what is nobody's secret.

The answers stand here as people read them: they were compared line by line with the table of acts in the law, not
taken from the code. A new address needs a row.

One letter a visitor, in this order:

    anonymous ┐
    household │┐            of the vote's khu phố
    household ││┐           of another khu phố
    household │││┐          of another ward
    head      ││││┐
    Front head│││││┐
    team      ││││││┐       a member of the vote's team without any mandate
    head      │││││││┐      of another khu phố
    officer   ││││││││┐     of the ward
    officer   │││││││││┐    of another ward
    delegate  ││││││││││┐
    observer  │││││││││││┐
    operator  ││││││││││││┐

``o`` open: a page, a form to be corrected, a sentence why not now. Shut: ``l`` sent to the staff log-in, ``c`` sent to
the card page, ``f`` 403, ``n`` 404, ``m`` 405 (the address does not know the method).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from django.urls import get_resolver
from django_scopes import scope

from danchu.foundation import clock
from danchu.foundation.access.models import Mandate
from danchu.foundation.people.models import Household
from house.matrix_world import VISITORS, World, build, neighbour
from house.test_urls import addresses
from rooms.voting import stages

pytestmark = pytest.mark.django_db

# The same for everybody: GET, POST. What a bearer's secret opens (card, one-time link, receipt) is among them.
EVERYBODY = {
    "healthz": "oo",
    "home": "oo",
    "khu-pho": "oo",
    "search": "oo",
    "dan-thu-huong": "oo",
    "satisfaction:start": "oo",
    "satisfaction:rate": "oo",
    "satisfaction:thanks": "oo",
    "open-data": "oo",
    "api:start": "om",
    "api:openapi": "om",
    "api:schema": "om",
    "api:publications": "om",
    "api:publication": "nm",
    "api:votes": "om",
    "api:vote": "om",
    "api:places": "om",
    "api:table": "om",
    "archive": "oo",
    "archive-year": "nn",
    "feed": "oo",
    "feed-rss": "oo",
    "calendar": "oo",
    "khu-pho-feed": "oo",
    "khu-pho-feed-rss": "oo",
    "khu-pho-calendar": "oo",
    "sitemap": "oo",
    "sitemap-year": "nn",
    "robots": "oo",
    "dan-ban": "oo",
    "journal": "oo",
    "privacy": "oo",
    "how-to": "oo",
    "demo-start": "nn",
    "public-file": "nn",
    "ui:preferences": "oo",
    "ui:components": "nm",
    "set_language": "oo",
    "account_login": "oo",
    "account_logout": "oo",
    "mfa_authenticate": "oo",
    "card-login": "oo",
    "card-link": "oo",
    "one-time-link": "oo",
    "dan-biet": "oo",
    "disclosure:ask": "oo",
    "disclosure:look-up": "oo",
    "disclosure:request": "oo",
    "disclosure:request-file": "nn",
    "disclosure:request-letter": "nn",
    "disclosure:entry": "oo",
    "disclosure:wrong": "oo",
    "rendition-audio": "nm",
    "rendition-picture": "nm",
    "voting:list": "oo",
    "voting:receipt-check": "oo",
    "voting:public": "oo",
    "voting:document": "nn",
    "voting:lookup": "oo",
    "voting:roll-check": "oo",
    "voting:roll-request": "oo",
    "voting:roll-answer": "oo",
    "voting:kiosk-next": "oo",
    "voting:initiative-list": "oo",
    "voting:initiative": "oo",
    "voting:advisor": "oo",
    "voting:advisor-calendar": "oo",
    "voting:petition": "oo",
    "voting:petition-answer": "oo",
    "voting:ward-list": "oo",
    "voting:ward-decision": "oo",
    "voting:meeting": "oo",
    "voting:meeting-invited": "oo",
}
# GET, POST
TABLE = {
    "my-work": ("llllooooonooo", "llllooooonooo"),
    "my-calendar": ("llllooooonooo", "llllooooonooo"),
    "convene": ("llllooooonooo", "llllooooonooo"),
    "report": ("lllloofoonoff", "lllloofoonoff"),
    "report-sheet": ("lllloofoonoff", "lllloofoonoff"),
    "disclosure:register": ("llllffffonoff", "ffffffffofoff"),
    "disclosure:new": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:places": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:plan": ("llllffffonoff", "ffffffffofoff"),
    "disclosure:plan-paper": ("llllffffonoff", "mmmmmmmmmmmmm"),
    "disclosure:list-paper": ("llllffffonoff", "mmmmmmmmmmmmm"),
    "disclosure:report-paper": ("llllffffonoff", "mmmmmmmmmmmmm"),
    "disclosure:request-paper": ("llllffffnnfff", "mmmmmmmmmmmmm"),
    "disclosure:plan-edit": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:lists": ("llllffffonoff", "ffffffffofoff"),
    "disclosure:report-plan": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:requests": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:request-new": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:request-desk": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:request-accept": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:request-return": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:request-extend": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:request-answer": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:request-refuse": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:request-release": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:desk": ("llllffffonoff", "ffffffffofoff"),
    "disclosure:edit": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:publish": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:correct": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:withdraw": ("llllffffonfff", "ffffffffoffff"),
    "disclosure:place-end": ("mmmmmmmmmmmmm", "ffffffffoffff"),
    "disclosure:plan-adopt": ("mmmmmmmmmmmmm", "ffffffffoffff"),
    "disclosure:list-publish": ("mmmmmmmmmmmmm", "ffffffffoffff"),
    "disclosure:report-send": ("mmmmmmmmmmmmm", "ffffffffoffff"),
    "disclosure:record": ("llllofffonfff", "ffffofffoffff"),
    "disclosure:prove": ("llllofffonfff", "ffffofffoffff"),
    "disclosure:end": ("llllofffonfff", "ffffofffoffff"),
    "disclosure:tasks": ("lllloffofnfff", "lllloffofnfff"),
    "household-home": ("coocccccccccc", "coocccccccccc"),
    "own-representative": ("coocccccccccc", "coocccccccccc"),
    "account_change_password": ("llllooooonooo", "llllooooonooo"),
    "account_set_password": ("llllooooonooo", "llllooooonooo"),
    "account_reauthenticate": ("llllooooonooo", "llllooooonooo"),
    "mfa_index": ("llllooooonooo", "llllmmmmmnmmm"),
    "mfa_reauthenticate": ("llllooooonooo", "llllooooonooo"),
    "mfa_activate_totp": ("llllooooonooo", "llllooooonooo"),
    "mfa_deactivate_totp": ("llllooooonooo", "llllmmmmmnmmm"),
    "mfa_view_recovery_codes": ("llllnnnnnnnnn", "llllmmmmmnmmm"),
    "mfa_generate_recovery_codes": ("llllooooonooo", "llllooooonooo"),
    "card-logout": ("mmmmmmmmmmmmm", "coocccccccccc"),
    "staff-list": ("llllffffonffo", "ffffffffofffo"),
    "staff-create": ("llllffffonffo", "ffffffffofffo"),
    "staff-reset": ("llllffffonffo", "ffffffffofffo"),
    "staff-disable": ("mmmmmmmmmmmmm", "ffffffffofffo"),
    "staff-reopen": ("llllffffonffo", "ffffffffofffo"),
    "mandates": ("llllffffonffo", "ffffffffofffo"),
    "mandate-end": ("llllffffonffo", "ffffffffofffo"),
    "satisfaction:sentences": ("llllffffonfff", "ffffffffoffff"),
    "ward-settings": ("llllffffonfff", "ffffffffoffff"),
    "ward-setting": ("llllffffonfff", "ffffffffoffff"),
    "paper-templates": ("llllffffonfff", "ffffffffoffff"),
    "paper-template": ("llllffffonfff", "ffffffffoffff"),
    "paper-layout": ("llllffffonfff", "ffffffffoffff"),
    "paper-template-download": ("llllffffonfff", "mmmmmmmmmmmmm"),
    "paper-template-activate": ("mmmmmmmmmmmmm", "ffffffffnffff"),
    "household-places": ("lllloofoonfff", "lllloofoonfff"),
    "roll-upload-ward": ("llllffffonfff", "ffffffffoffff"),
    "roll-template-ward": ("llllffffonfff", "ffffffffoffff"),
    "roll-preview-ward": ("llllffffonfff", "ffffffffoffff"),
    "roll-save-ward": ("llllffffonfff", "ffffffffoffff"),
    "roll-columns-ward": ("llllffffonfff", "ffffffffoffff"),
    "roll-corrections-ward": ("llllffffonfff", "ffffffffoffff"),
    "household": ("llllooffonfff", "ffffooffoffff"),
    "household-correct": ("llllofffonfff", "ffffofffoffff"),
    "household-move": ("llllofffonfff", "ffffofffoffff"),
    "household-split": ("llllofffonfff", "ffffofffoffff"),
    "household-merge": ("llllofffonfff", "ffffofffoffff"),
    "household-end": ("llllofffonfff", "ffffofffoffff"),
    "household-card": ("lllloofffnfff", "ffffoofffffff"),
    "household-representative": ("lollofffonfff", "foffofffoffff"),
    "household-outsider": ("llllofffonfff", "ffffofffoffff"),
    "khu-pho-households": ("llllooffonfff", "ffffooffoffff"),
    "household-create": ("llllofffonfff", "ffffofffoffff"),
    "roll-upload": ("llllofffonfff", "ffffofffoffff"),
    "roll-template": ("llllofffonfff", "ffffofffoffff"),
    "roll-preview": ("llllofffonfff", "ffffofffoffff"),
    "roll-save": ("llllofffonfff", "ffffofffoffff"),
    "roll-columns": ("llllofffonfff", "ffffofffoffff"),
    "roll-corrections": ("llllofffonfff", "ffffofffoffff"),
    "file": ("llllooofonoff", "ffffooofofoff"),
    "voting:propose": ("lllloffofnfff", "ffffoffofffff"),
    "voting:propose-form": ("lllloffofnfff", "ffffoffofffff"),
    "voting:propose-text": ("lllloffofnfff", "ffffoffofffff"),
    "voting:desk": ("llllooofonoff", "ffffooofofoff"),
    "voting:edit": ("lllloofffnfff", "ffffoofffffff"),
    "voting:agree": ("lllloofffnfff", "ffffoofffffff"),
    "voting:choose": ("lllloffffnfff", "ffffoffffffff"),
    "voting:means": ("lllloofffnfff", "ffffoofffffff"),
    "voting:report": ("lllloofffnfff", "ffffoofffffff"),
    "voting:team": ("lllloofffnfff", "ffffoofffffff"),
    "voting:roll": ("lllloooffnfff", "ffffoooffffff"),
    "voting:roll-draw": ("lllloooffnfff", "ffffoooffffff"),
    "voting:roll-show": ("lllloooffnfff", "ffffoooffffff"),
    "voting:roll-freeze": ("lllloofffnfff", "ffffoofffffff"),
    "voting:roll-decide": ("lllloooffnfff", "ffffoooffffff"),
    "voting:form-poll": ("lllloooffnfff", "ffffoooffffff"),
    "voting:form-poll-meeting": ("lllloooffnfff", "ffffoooffffff"),
    "voting:schedule": ("lllloooffnfff", "ffffoooffffff"),
    "voting:preview": ("lllloooffnfff", "ffffoooffffff"),
    "voting:preview-ballot": ("lllloooffnfff", "mmmmmmmmmmmmm"),
    "voting:notice": ("lllloooffnfff", "ffffoooffffff"),
    "voting:spread": ("llllooofonoff", "mmmmmmmmmmmmm"),
    "voting:outage": ("lllloooffnffo", "ffffooofffffo"),
    "voting:withdraw": ("lllloofffnfff", "ffffoofffffff"),
    "voting:stop": ("lllloooffnfff", "ffffoooffffff"),
    "voting:extend": ("lllloooffnfff", "ffffoooffffff"),
    "voting:redo": ("lllloofffnfff", "ffffoofffffff"),
    "voting:request-agree": ("mmmmmmmmmmmmm", "ffffoooffffff"),
    "voting:request-drop": ("mmmmmmmmmmmmm", "ffffoooffffff"),
    "voting:resolve": ("lllloooffnfff", "ffffoooffffff"),
    "voting:assist": ("lllloooffnfff", "ffffoooffffff"),
    "voting:assist-start": ("lllloooffnfff", "ffffoooffffff"),
    "voting:assist-ballot": ("lllloooffnfff", "ffffoooffffff"),
    "voting:assist-end": ("mmmmmmmmmmmmm", "ffffoooffffff"),
    "voting:call-list": ("lllloooffnfff", "ffffoooffffff"),
    "voting:cards": ("lllloooffnfff", "ffffoooffffff"),
    "voting:cards-issue": ("mmmmmmmmmmmmm", "ffffoooffffff"),
    "voting:card-reissue": ("mmmmmmmmmmmmm", "ffffoooffffff"),
    "voting:plan": ("lllloofffnfff", "ffffoofffffff"),
    "voting:plan-send": ("lllloofffnfff", "ffffoofffffff"),
    "voting:slips": ("lllloooffnfff", "mmmmmmmmmmmmm"),
    "voting:slips-print": ("lllloooffnfff", "ffffoooffffff"),
    "voting:slips-mark": ("lllloffffnfff", "ffffoffffffff"),
    "voting:slip": ("lllloooffnfff", "mmmmmmmmmmmmm"),
    "voting:slip-issue": ("mmmmmmmmmmmmm", "ffffoooffffff"),
    "voting:slip-return": ("mmmmmmmmmmmmm", "ffffoooffffff"),
    "voting:slip-replace": ("lllloooffnfff", "ffffoooffffff"),
    "voting:stub": ("lllloooffnfff", "mmmmmmmmmmmmm"),
    "voting:choose-group": ("lllloffffnfff", "ffffoffffffff"),
    "voting:group": ("lllloooffnfff", "mmmmmmmmmmmmm"),
    "voting:group-answer": ("lllloooffnfff", "ffffoooffffff"),
    "voting:group-picture": ("lllloooffnfff", "ffffoooffffff"),
    "voting:count": ("lllloooffnfff", "ffffoooffffff"),
    "voting:gaps": ("lllloooffnfff", "ffffoooffffff"),
    "voting:seal": ("llllfofffnfff", "fffffofffffff"),
    "voting:sign": ("lllloooffnfff", "ffffoooffffff"),
    "voting:announce": ("lllloooffnfff", "ffffoooffffff"),
    "voting:send-decision": ("lllloffffnfff", "ffffoffffffff"),
    "voting:file": ("llllooofonfff", "mmmmmmmmmmmmm"),
    "voting:paper": ("llllooofonfff", "mmmmmmmmmmmmm"),
    "voting:calendar": ("llllooofonoff", "mmmmmmmmmmmmm"),
    "voting:initiative-file": ("coocccccccccc", "coocccccccccc"),
    "voting:initiative-paper": ("lllloffofnfff", "ffffoffofffff"),
    "voting:initiative-endorse": ("coocfffffcfff", "fooffffffffff"),
    "voting:initiative-unendorse": ("coocfffffcfff", "fooffffffffff"),
    "voting:initiative-withdraw": ("cofcfffffcfff", "fofffffffffff"),
    "voting:initiative-record": ("lllloofffnfff", "ffffoofffffff"),
    "voting:initiative-front": ("llllfofffnfff", "fffffofffffff"),
    "voting:initiative-put": ("lllloffffnfff", "ffffoffffffff"),
    "voting:election-plan": ("llllffffonfff", "ffffffffoffff"),
    "voting:board-call": ("lllloofofnfff", "ffffoofofffff"),
    "voting:dismissal": ("lllloofofnfff", "ffffoofofffff"),
    "voting:election": ("llllooffonoff", "ffffooffofoff"),
    "voting:election-steps": ("llllfoffonfff", "fffffoffoffff"),
    "voting:election-team": ("llllffffonfff", "ffffffffoffff"),
    "voting:candidate-add": ("llllooffonfff", "ffffooffoffff"),
    "voting:candidate-withdraw": ("llllooffonfff", "ffffnnffnffff"),
    "voting:candidate-count": ("lllloofffnfff", "ffffoofffffff"),
    "voting:interim": ("llllffffonfff", "ffffffffoffff"),
    "voting:ward-propose": ("llllfffffnfff", "fffffffffffff"),
    "voting:ward-agree": ("llllfffffnfff", "fffffffffffff"),
    "voting:ward-put": ("llllfffffnfff", "fffffffffffff"),
    "voting:ward-withdraw": ("llllfffffnfff", "fffffffffffff"),
    "voting:ward-effect": ("llllffffonfff", "ffffffffoffff"),
    "voting:aftermath": ("llllooofonoff", "ffffooofofoff"),
    "voting:recognise": ("llllffffonfff", "ffffffffoffff"),
    "voting:refuse": ("llllffffonfff", "ffffffffoffff"),
    "voting:convention-return": ("llllffffonfff", "ffffffffoffff"),
    "voting:annul": ("llllffffonfff", "ffffffffoffff"),
    "voting:task": ("lllloofffnfff", "ffffoofffffff"),
    "voting:outcome-review": ("lllloofffnfff", "ffffoofffffff"),
    "voting:petition-reply": ("llllffffonfff", "ffffffffoffff"),
    "voting:start": ("coocccccccccc", "coocccccccccc"),
    "voting:ballot": ("cofcfffffcfff", "cofcccccccccc"),
    "voting:review": ("cofcfffffcfff", "cofcccccccccc"),
    "voting:send": ("cofcfffffcfff", "cofcccccccccc"),
    "voting:receipt": ("cofcfffffcfff", "cofcccccccccc"),
    "voting:dispute": ("cofcfffffcfff", "fofffffffffff"),
    "voting:kiosk": ("lllloooffnfff", "ffffoooffffff"),
    "voting:meeting-plan": ("lllloofoonfff", "ffffoofooffff"),
    "voting:vote-meeting": ("llllooofonoff", "ffffooofofoff"),
    "voting:meeting-desk": ("llllooofonoff", "ffffooofofoff"),
    "voting:meeting-edit": ("llllooffonfff", "ffffooffoffff"),
    "voting:meeting-invite": ("llllooffonfff", "ffffooffoffff"),
    "voting:meeting-paper": ("llllooffonfff", "mmmmmmmmmmmmm"),
    "voting:meeting-papers": ("llllooffonfff", "ffffooffoffff"),
    "voting:clusters": ("llllooffonfff", "ffffooffoffff"),
    "voting:clusters-approve": ("llllffffonfff", "ffffffffoffff"),
    "voting:meeting-freeze": ("lllloffffnfff", "ffffoffffffff"),
    "voting:meeting-withdraw": ("llllooffonfff", "ffffooffoffff"),
    "voting:meeting-conclude": ("lllloofffnfff", "ffffoofffffff"),
    "voting:meeting-fail": ("lllloofffnfff", "ffffoofffffff"),
    "voting:slips-follow": ("lllloofffnfff", "ffffoofffffff"),
    "voting:hall": ("llllooofonoff", "ffffooofofoff"),
    "voting:projector": ("llllooofonoff", "ffffooofofoff"),
    "voting:hall-open": ("lllloofffnfff", "ffffoofffffff"),
    "voting:hall-end": ("lllloofffnfff", "ffffoofffffff"),
    "voting:attendance": ("lllloooffnfff", "ffffoooffffff"),
    "voting:check-in": ("lllloooffnfff", "ffffoooffffff"),
    "voting:check-in-undo": ("lllloooffnfff", "ffffoooffffff"),
    "voting:hall-secretary": ("lllloooffnfff", "ffffoooffffff"),
    "voting:hall-method": ("lllloooffnfff", "ffffoooffffff"),
    "voting:hall-board": ("lllloooffnfff", "ffffoooffffff"),
    "voting:hall-speaker": ("lllloooffnfff", "ffffoooffffff"),
    "voting:hall-call": ("lllloooffnfff", "ffffoooffffff"),
    "voting:hall-discussion": ("lllloooffnfff", "ffffoooffffff"),
    "voting:hall-figures": ("lllloooffnfff", "ffffoooffffff"),
    "voting:hall-recount": ("lllloooffnfff", "ffffoooffffff"),
    "voting:hall-announce": ("lllloooffnfff", "ffffoooffffff"),
    "voting:kiosk-leave": ("llllooooonooo", "llllooooonooo"),
}
ASKED_OF_EVERYBODY = ("anonymous", "household_stranger", "officer")
# They send on to the vote's page without having looked for the vote: there is a 404.
SENDS_ON = {"get voting:kiosk-next", "post voting:kiosk-next", "post voting:kiosk-leave"}
SHUT = set("lcfnm")


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, settings: object) -> World:
    settings.ALLOWED_HOSTS = ["*"]
    return build(lambda now: monkeypatch.setattr(clock, "now", now))


def differences(world: World, visitors: tuple[str, ...], names: Iterable[str] = TABLE) -> Iterator[str]:
    """Every answer that is not the one in the table."""
    for name in names:
        get, post = TABLE[name]
        for visitor in visitors:
            place = VISITORS.index(visitor)
            for method, wanted in (("get", get[place]), ("post", post[place])):
                found = world.knock(visitor, method, name)
                if found != wanted:
                    yield f"{method} {name} by {visitor}: {found}, not {wanted}"


def test_every_address_stands_in_the_table() -> None:
    names = {name for name, _, _ in addresses(get_resolver().url_patterns)}

    assert names ^ (EVERYBODY.keys() | TABLE.keys()) == set()
    assert {len(row) for rows in TABLE.values() for row in rows} == {len(VISITORS)}


@pytest.mark.parametrize("visitors", [VISITORS[:5], VISITORS[5:9], VISITORS[9:]], ids=lambda those: those[0])
def test_each_visitor_gets_what_the_table_says(world: World, visitors: tuple[str, ...]) -> None:
    assert list(differences(world, visitors)) == []


def test_open_addresses_are_open_to_everybody(world: World) -> None:
    found = {
        name: {world.knock(visitor, "get", name) + world.knock(visitor, "post", name) for visitor in ASKED_OF_EVERYBODY}
        for name in EVERYBODY
    }

    assert found == {name: {wanted} for name, wanted in EVERYBODY.items()}


def test_vote_in_preparation_is_known_to_its_own_people_alone(world: World) -> None:
    """Before its notice nobody outside learns that there is such a vote."""
    with scope(ward=world.story.ward):
        made = stages.proposed(world.story)
    strangers = ("anonymous", "household", "head_elsewhere", "observer", "operator")
    of_a_vote = [
        name
        for name, route, _ in addresses(get_resolver().url_patterns)
        if name.startswith("voting:") and route.count("<") == 1 and "<slug:slug>" in route
    ]

    opened = [
        f"{method} {name} by {visitor}"
        for name in of_a_vote
        for visitor in strangers
        for method in ("get", "post")
        if f"{method} {name}" not in SENDS_ON and world.knock(visitor, method, name, slug=made.vote.slug) not in SHUT
    ]

    # The law's table lets the operator record an outage, whatever it hit.
    assert opened == ["get voting:outage by operator", "post voting:outage by operator"]


BORROWED = ("roll-decide", "request-agree", "request-drop", "resolve", "assist-start", "slip-issue", "slip-return")


def test_nothing_of_another_vote_is_reached_through_ones_own(world: World) -> None:
    """The head next door may do all of this in his own vote; the number at the end is of somebody else's."""
    own = neighbour(world).vote.slug

    found = {
        name: world.knock("head_elsewhere", "post", f"voting:{name}", **{**world.kwargs(f"voting:{name}"), "slug": own})
        for name in BORROWED
    }

    assert found == dict.fromkeys(BORROWED, "n")


def test_nothing_of_another_ward_is_reached_by_its_number(world: World) -> None:
    stranger = world.people["officer_stranger"]
    with scope(ward=stranger.ward):
        mandate = Mandate.objects.get(staff=stranger).pk
        household = Household.objects.get().pk

    found = [
        world.knock("officer", "post", name, **kwargs)
        for name, kwargs in (
            ("staff-reset", {"staff_id": stranger.pk}),
            ("staff-disable", {"staff_id": stranger.pk}),
            ("staff-reopen", {"staff_id": stranger.pk}),
            ("mandate-end", {"mandate_id": mandate}),
            ("household", {"household_id": household}),
            ("household-end", {"household_id": household}),
            ("household-representative", {"household_id": household}),
        )
    ]

    assert found == ["n"] * 7


def test_household_reaches_no_other_household_by_its_number(world: World) -> None:
    other = world.story.households[1].pk

    found = [
        world.knock("household", method, "household-representative", household_id=other) for method in ("get", "post")
    ]

    assert found == ["l", "f"]


def test_matrix_finds_a_door_left_open(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("danchu.foundation.access.decorators.check", lambda *_: None)

    assert "get staff-list by observer: o, not f" in list(differences(world, ("observer",), ["staff-list"]))
