"""The list of the design: what must be refused, and what only an earlier file or the register can tell."""

from __future__ import annotations

import json
from dataclasses import replace

from danchu.crypto.protocol import compact
from danchu.verifier import Demands
from verifier.scribe import archive, digest

from .common import OPENERS, VOTES, case, edit, events, other, poke, raw_event, set_, squared, with_ballot, with_setup


@case("result.count")
def result_changed(w):
    return replace(w.draft, result=edit(w.draft.result, set_("result.0", lambda row: row[::-1]))).bytes()


@case("tally.count")
def ballot_dropped(w):
    return replace(w.draft, ballots=w.draft.ballots[:1] + w.draft.ballots[2:]).bytes()


@case("tally.product")
def replaced_ballot_dropped_so_that_the_first_counts(w):
    return replace(w.draft, ballots=w.draft.ballots[:3]).bytes()


@case("ballot.choice")
def ciphertexts_swapped(w):
    return with_ballot(w, set_("answers.0.choices", lambda row: row[::-1]))


@case("ballot.hash")
def ciphertexts_swapped_without_the_key_to_sign(w):
    return with_ballot(w, set_("answers.0.choices", lambda row: row[::-1]), sign=False)


@case("ballot.number")
def ciphertexts_and_proofs_swapped_and_signed_again(w):
    def change(ballot):
        set_("answers.0.choices", lambda row: row[::-1])(ballot)
        set_("answers.0.individual_proofs", lambda row: row[::-1])(ballot)

    return with_ballot(w, change)


@case("ballot.choice")
def ballot_copied_under_another_credential(w):
    copied = {**json.loads(w.draft.ballots[1]), "credential": w.scribe.public[3]}
    draft = replace(w.draft, ballots=[*w.draft.ballots, compact(w.scribe.signed(3, copied))])
    return w.scribe.finish(draft, OPENERS).bytes()


@case("ballot.signature")
def ballot_of_another_household_cast_without_its_key(w):
    stolen = {**json.loads(w.draft.ballots[1]), "credential": w.scribe.public[3]}
    signature = w.scribe.signed(1, stolen)
    return replace(w.draft, ballots=[*w.draft.ballots, compact(signature)]).bytes()


@case("ballot.credential")
def credential_not_on_the_list(w):
    entries = json.loads(w.draft.credentials)
    entries.remove(w.scribe.public[1])
    return replace(w.draft, credentials=compact(entries)).bytes()


@case("opening.proof")
def decryption_proof_changed(w):
    (text, _), *others = w.draft.openings
    text = edit(text, set_("decryption_proofs.0.0.response", other))
    opening = text, compact({"owner": 1, "payload": digest(text)})
    return replace(w.draft, openings=[opening, *others]).bytes()


@case("opening.proof")
def decryption_factor_changed(w):
    (text, _), *others = w.draft.openings
    text = edit(text, set_("decryption_factors.0.0", squared(w)))
    opening = text, compact({"owner": 1, "payload": digest(text)})
    return replace(w.draft, openings=[opening, *others]).bytes()


@case("opening.proof")
def one_trustee_opens_in_the_name_of_another(w):
    text = w.draft.openings[1][0]
    opening = text, compact({"owner": 1, "payload": digest(text)})
    return replace(w.draft, openings=[opening, *w.draft.openings[2:]]).bytes()


@case("result.trustees")
def mandatory_trustee_missing(w):
    return replace(w.draft, openings=w.draft.openings[1:]).bytes()


@case("result.trustees")
def too_few_of_the_team(w):
    return replace(w.draft, openings=w.draft.openings[:2]).bytes()


@case("trustees.key_proof")
def trustee_key_proof_changed(w):
    return with_setup(w, "trustees", set_("0.1.pok.response", other))


@case("tally.product")
def archived_tally_omits_a_ballot_and_the_trustees_decrypt_that(w):
    honest = json.loads(w.draft.summary)
    draft = w.scribe.finish(w.draft, OPENERS, w.draft.ballots[:2])
    summary = compact({**honest, "encrypted_tally": digest(draft.tally)})
    return replace(draft, summary=summary).bytes()


@case("tally.count")
def the_same_and_the_numbers_are_those_of_the_smaller_tally(w):
    return w.scribe.finish(w.draft, OPENERS, w.draft.ballots[:2]).bytes()


@case("tally.product")
def archived_tally_altered(w):
    tally = edit(w.draft.tally, set_("0.0.beta", squared(w)))
    summary = edit(w.draft.summary, set_("encrypted_tally", digest(tally)))
    return replace(w.draft, tally=tally, summary=summary).bytes()


@case("tally.count")
def wrong_number_counted(w):
    return replace(w.draft, summary=edit(w.draft.summary, set_("num_tallied", 4))).bytes()


@case("tally.weight")
def wrong_weight_counted(w):
    return replace(w.draft, summary=edit(w.draft.summary, set_("total_weight", 3))).bytes()


@case("chain.ballot_after_end")
def ballot_after_the_end(w):
    late = compact(w.scribe.ballot(3, VOTES[1][1]))
    return events(w, lambda story: story.insert(6, ("Ballot", (late,))))


@case("chain.after_result")
def ballot_after_the_result(w):
    late = compact(w.scribe.ballot(3, VOTES[1][1]))
    return events(w, lambda story: story.append(("Ballot", (late,))))


@case("text.not_canonical")
def text_with_a_space(w):
    ballots = [w.draft.ballots[0].replace(":", ": ", 1), *w.draft.ballots[1:]]
    return replace(w.draft, ballots=ballots).bytes()


@case("ballot.number")
def over_vote_with_a_wrong_range_proof(w):
    ballots = [*w.draft.ballots, compact(w.scribe.ballot(3, [[1, 1, 0], [0, 1, 0]]))]
    return w.scribe.finish(replace(w.draft, ballots=ballots), OPENERS).bytes()


@case("ballot.choice")
def two_votes_in_one_box(w):
    ballots = [*w.draft.ballots, compact(w.scribe.ballot(3, [[2, 0, 0], [0, 1, 0]]))]
    return w.scribe.finish(replace(w.draft, ballots=ballots), OPENERS).bytes()


@case("ballot.blank")
def blank_and_an_answer_at_once(w):
    ballots = [*w.draft.ballots, compact(w.scribe.ballot(3, [[1, 0, 0], [1, 1, 0]]))]
    return w.scribe.finish(replace(w.draft, ballots=ballots), OPENERS).bytes()


@case("ballot.number")
def more_answers_than_allowed_beside_a_blank_box(w):
    ballots = [*w.draft.ballots, compact(w.scribe.ballot(3, [[1, 0, 0], [0, 1, 1]]))]
    return w.scribe.finish(replace(w.draft, ballots=ballots), OPENERS).bytes()


@case("credentials.repeated")
def duplicate_credential(w):
    return with_setup(w, "credentials", lambda entries: entries.append(w.scribe.public[0]))


@case("ballot.replayed")
def identical_ballot_replayed(w):
    return replace(w.draft, ballots=[*w.draft.ballots, w.draft.ballots[0]]).bytes()


@case("ballot.replayed")
def ballot_replayed_by_an_event_alone(w):
    return raw_event(w, lambda e: e.update(type="Ballot", payload=digest(w.draft.ballots[0])), at=5)


@case("archive.hash")
def one_byte_of_a_body_flipped(w):
    data = w.draft.bytes()
    at = data.index("Tổng vệ sinh".encode())
    return poke(data, at, bytes([data[at] ^ 1]))


@case("demand.earlier")
def ballot_dropped_and_everything_recomputed(w):
    earlier = w.folder / "earlier.bel"
    earlier.write_bytes(archive(w.draft.events()[:5]))
    ballots = [ballot for ballot in w.draft.ballots if ballot != w.draft.ballots[1]]
    return w.scribe.finish(replace(w.draft, ballots=ballots), OPENERS).bytes(), Demands(earlier=earlier)


@case("demand.register")
def voters_added_by_the_registrar(w):
    return w.draft.bytes(), Demands(register=3)


@case("demand.finished")
def result_not_there_yet(w):
    return replace(w.draft, result="").bytes(), Demands(finished=True)
