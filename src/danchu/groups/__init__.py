"""Nhóm toán học: the two groups in which secret ballots are written and judged; the one thing writer and judge share.

An element is an ``int`` in both groups and has one text; an exponent is an ``int`` modulo ``order``. Every element read
from a text is proved to be a member before it is used. Pure Python alone does everything; a faster arithmetic that the
machine happens to have (libcrypto, gmpy2, libsodium) is taken only after it agreed with the plain one.

``names.py`` finds a group; ``field.py`` over ``modular.py``, ``openssl.py``, ``gmp.py`` is BELENIOS-2048;
``curve.py`` over ``edwards.py``, ``sodium.py`` is Ed25519.
"""

from danchu.groups.base import Fixed, Group, NotAnElement, NotAScalar
from danchu.groups.names import NAMES, UnknownGroup, arithmetics, group_named

__all__ = [
    "NAMES",
    "Fixed",
    "Group",
    "NotAScalar",
    "NotAnElement",
    "UnknownGroup",
    "arithmetics",
    "group_named",
]
