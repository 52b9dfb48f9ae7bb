"""Single ballots, signed again by their own credential."""

from __future__ import annotations

from danchu.crypto.proofs import know_key

from .common import case, set_, with_ballot


@case("ballot.election")
def ballot_of_another_vote(w):
    return with_ballot(w, set_("election_uuid", "x" * 14))


@case("ballot.election")
def ballot_of_the_same_vote_before_its_text_was_changed(w):
    return with_ballot(w, set_("election_hash", "x" * 43))


@case("text.shape")
def ballot_whose_credential_is_a_number(w):
    return with_ballot(w, set_("credential", 7))


@case("text.shape")
def ballot_with_an_answer_too_many(w):
    return with_ballot(w, lambda ballot: ballot["answers"].append(ballot["answers"][0]))


@case("text.shape")
def answer_with_a_choice_too_few(w):
    return with_ballot(w, lambda ballot: ballot["answers"][0]["choices"].pop() and None)


@case("text.shape")
def answer_without_its_last_proof(w):
    return with_ballot(w, lambda ballot: ballot["answers"][0]["individual_proofs"][0].pop() and None)


@case("text.shape")
def answer_without_a_proof_of_number(w):
    return with_ballot(w, set_("answers.0.overall_proof", []))


@case("text.shape")
def answer_without_a_blank_proof(w):
    return with_ballot(w, lambda ballot: ballot["answers"][1].pop("blank_proof") and None)


@case("text.element")
def choice_outside_the_group(w):
    return with_ballot(w, set_("answers.0.choices.0.alpha", "2"))


@case("ballot.signature")
def signature_of_somebody_else(w):
    def change(ballot):
        hashed = ballot["signature"]["hash"]
        ballot["signature"]["proof"] = know_key(w.scribe.group, f"sig|{hashed}|", 5)

    return with_ballot(w, change, sign=False)
