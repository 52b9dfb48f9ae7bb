"""The setup: election, credentials, trustees."""

from __future__ import annotations

import json

from verifier.scribe import Draft

from .common import case, other, set_, squared, with_setup


@case("text.shape")
def election_that_is_a_list(w):
    return with_setup(w, "election", lambda value: [value])


@case("text.shape")
def election_with_an_unknown_field(w):
    return with_setup(w, "election", lambda value: value.update(zone="x"))


@case("text.shape")
def election_whose_description_is_a_number(w):
    return with_setup(w, "election", set_("description", 7))


@case("text.shape")
def election_whose_questions_are_no_list(w):
    return with_setup(w, "election", set_("questions", {}))


@case("text.shape")
def question_whose_blank_is_a_number(w):
    return with_setup(w, "election", set_("questions.1.blank", 1))


@case("text.shape")
def question_whose_blank_is_null(w):
    return with_setup(w, "election", set_("questions.1.blank", None))


@case("election.version")
def election_of_another_version(w):
    return with_setup(w, "election", set_("version", 2))


@case("election.uuid")
def election_with_a_short_identifier(w):
    return with_setup(w, "election", set_("uuid", "abc"))


@case("election.group")
def election_in_an_unknown_group(w):
    return with_setup(w, "election", set_("group", "RFC-3526-2048"))


@case("election.question")
def election_without_questions(w):
    return with_setup(w, "election", set_("questions", []))


@case("election.question")
def question_with_an_impossible_number(w):
    return with_setup(w, "election", set_("questions.0.max", 4))


@case("election.kind")
def question_that_needs_shuffling(w):
    question = {"type": "NonHomomorphic", "value": {"answers": ["A"], "question": "Q"}}
    return with_setup(w, "election", set_("questions.0", question))


@case("text.element")
def election_key_outside_the_group(w):
    return with_setup(w, "election", set_("public_key", "2"))


@case("trustees.election_key")
def election_key_that_is_not_the_trustees(w):
    return with_setup(w, "election", set_("public_key", squared(w)))


@case("credentials.weight")
def weight_that_is_no_number(w):
    return with_setup(w, "credentials", set_("0", lambda entry: entry.split(",")[0] + ",-1"))


@case("credentials.total")
def weights_beyond_counting(w):
    return with_setup(w, "credentials", lambda entries: [f"{entry.split(',')[0]},99999999999" for entry in entries])


@case("text.element")
def credential_outside_the_group(w):
    return with_setup(w, "credentials", set_("0", "2"))


@case("trustees.none")
def no_trustees(w):
    return with_setup(w, "trustees", lambda items: items.clear())


@case("trustees.kind")
def trustee_of_an_unknown_kind(w):
    return with_setup(w, "trustees", set_("0.0", "Double"))


@case("text.shape")
def trustee_whose_name_is_a_number(w):
    return with_setup(w, "trustees", lambda items: items[0][1].update(name=1))


@case("trustees.key")
def trustee_with_an_empty_key(w):
    return with_setup(w, "trustees", set_("0.1", w.scribe.key(0)))


@case("text.scalar")
def exponent_beyond_the_order(w):
    return with_setup(w, "trustees", set_("0.1.pok.response", lambda text: str(int(text) + w.scribe.group.order)))


@case("trustees.threshold")
def nobody_needed(w):
    return with_setup(w, "trustees", set_("1.1.threshold", 0))


@case("trustees.threshold")
def fewer_needed_than_the_keys_were_made_for(w):
    scribe = w.scribe

    def change(items):
        team = items[1][1]
        team["threshold"] = 1
        team["certs"] = [scribe.certificate(number, 3, 1) for number in (1, 2, 3)]

    return with_setup(w, "trustees", change)


@case("trustees.certificate")
def certificate_signed_by_another(w):
    def change(items):
        items[1][1]["certs"][0]["signature"] = items[1][1]["certs"][1]["signature"]

    return with_setup(w, "trustees", change)


@case("trustees.context")
def certificate_of_another_ceremony(w):
    context = {"group": w.scribe.group.name, "size": 3, "threshold": 2, "index": 2}
    return with_setup(w, "trustees", set_("1.1.certs.0", w.scribe.certificate(1, 3, 2, context=context)))


@case("trustees.signature_missing")
def certificate_without_its_context(w):
    def change(items):
        content = json.loads(items[1][1]["certs"][0]["message"])
        del content["context"]
        items[1][1]["certs"][0] = w.scribe.message(content, w.scribe.signing[0])

    return with_setup(w, "trustees", change)


@case("text.not_canonical")
def certificate_with_a_space(w):
    def change(items):
        text = items[1][1]["certs"][0]["message"].replace(":", ": ", 1)
        items[1][1]["certs"][0] = w.scribe.message(text, w.scribe.signing[0])

    return with_setup(w, "trustees", change)


@case("text.unreadable")
def certificate_with_half_a_letter(w):
    text = w.draft.trustees.replace('"message":"{', '"message":"\\ud800{', 1)
    return Draft(w.draft.election, text, w.draft.credentials).bytes()


@case("text.element")
def reading_key_outside_the_group(w):
    return with_setup(w, "trustees", set_("1.1.certs.0", w.scribe.certificate(1, 3, 2, encryption="2")))


@case("trustees.polynomial")
def commitments_signed_by_another(w):
    def change(items):
        items[1][1]["coefexps"][0]["signature"] = items[1][1]["coefexps"][1]["signature"]

    return with_setup(w, "trustees", change)


@case("trustees.agreement")
def certificates_not_agreed_by_a_member(w):
    return with_setup(w, "trustees", set_("1.1.signatures.0.response", other))


@case("trustees.member_key")
def member_with_a_key_of_their_own(w):
    key = w.scribe.key(5)
    key["signature"] = w.scribe.message(key["public_key"], w.scribe.signing[0])["signature"]
    return with_setup(w, "trustees", set_("1.1.verification_keys.0", key))


@case("trustees.member_signature")
def member_key_signed_by_another(w):
    def change(items):
        keys = items[1][1]["verification_keys"]
        keys[0]["signature"] = keys[1]["signature"]

    return with_setup(w, "trustees", change)


@case("trustees.signature_missing")
def member_key_not_signed(w):
    return with_setup(w, "trustees", lambda items: items[1][1]["verification_keys"][0].pop("signature") and None)
