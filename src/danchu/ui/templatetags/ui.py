"""``{% load ui %}``: every component tag and filter; usage in ``danchu/ui/README.md``."""

from django.template import Library

from danchu.ui.tags import counts, forms, parts, words

register = Library()
for kind in (words, parts, forms, counts):
    register.tags.update(kind.register.tags)
    register.filters.update(kind.register.filters)
