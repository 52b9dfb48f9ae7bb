"""Người viết phiếu kín: writes secret ballots that anyone can recount (Belenios, version 1 of its cryptography).

Read in this order: ``questions`` (what is asked), ``server_key``, ``sheets``, ``ceremony`` with ``shares``,
``trustees`` (the keys), ``credentials`` (who may vote), ``ballots`` with ``proofs``, ``tally``, ``archive`` (the file).
It writes only what may lawfully be voted online: one question, the decree's three answers, a server key and a team of
three to five, BELENIOS-2048. It judges nothing: ``danchu.verifier`` does, and knows nothing of this package.
"""
