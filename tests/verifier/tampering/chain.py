"""The chain of events: their links, order and data."""

from __future__ import annotations

from verifier.scribe import data_record, digest, first_record

from .common import case, edit, events, raw_event, set_


@case("chain.parent")
def event_linked_to_another(w):
    return raw_event(w, lambda event: event.update(parent="0" * 64))


@case("chain.height")
def event_with_another_number(w):
    return raw_event(w, lambda event: event.update(height=7))


@case("text.shape")
def event_with_a_number_that_is_a_truth(w):
    return raw_event(w, lambda event: event.update(height=True))


@case("text.shape")
def event_whose_payload_is_null(w):
    return raw_event(w, lambda event: event.update(payload=None), at=5)


@case("chain.kind")
def event_of_an_unknown_kind(w):
    return raw_event(w, lambda event: event.update(type="Shuffle"))


@case("chain.payload")
def event_about_other_data(w):
    return raw_event(w, lambda event: event.update(payload=digest(w.draft.election)))


@case("chain.order")
def voting_ended_twice(w):
    return events(w, lambda story: story.insert(6, ("EndBallots", ())))


@case("chain.order")
def opened_before_the_sum(w):
    return events(w, lambda story: story.insert(6, story.pop(7)))


@case("chain.order")
def nothing_set_up(w):
    return events(w, lambda story: story[1:])


@case("chain.records")
def ballot_with_other_data_before_it(w):
    return events(w, lambda story: story.__setitem__(1, ("Ballot", ("{}", story[1][1][0]))))


@case("chain.repeated")
def data_written_twice(w):
    return events(w, lambda story: story.__setitem__(1, ("Ballot", (w.draft.election,))))


@case("chain.loose")
def data_of_no_event(w):
    return w.draft.bytes() + data_record("{}")


@case("chain.empty")
def nothing_at_all(w):
    return first_record()


@case("chain.payload")
def setup_that_names_other_data(w):
    def change(story):
        names = edit(story[0][1][3], set_("trustees", "0" * 64))
        return [("Setup", (*story[0][1][:3], names))]

    return events(w, change)


@case("text.shape")
def setup_that_names_no_hash(w):
    def change(story):
        return [("Setup", (*story[0][1][:3], edit(story[0][1][3], set_("trustees", "x"))))]

    return events(w, change)
