"""Tra cứu: one folded index of everything that is public, on both databases.

A room puts an entry in (``services.put``) in the transaction that makes it public, and takes it out the same way.
Text of attached files joins the entry once it has been read (``foundation/files``).

Both databases hold the same lexemes and answer the same questions (``lexemes.py``); only ``index.py`` knows which one
it speaks to. Results come newest first inside each degree of likeness: what stands in the title, the words side by
side, the words anywhere; as typed before without tone marks. Nothing is counted and nothing ranked over the whole, so
a page costs the same among a thousand entries and among fifty thousand. See docs/decisions/0014.
"""
