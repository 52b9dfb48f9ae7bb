"""Mở một tệp đã công khai."""

from __future__ import annotations

from csp.constants import NONE
from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponseBase

from danchu.foundation.access.decorators import public
from danchu.foundation.files import services
from danchu.foundation.files.kinds import KINDS
from danchu.foundation.files.models import StoredFile
from danchu.foundation.files.serving import serve

_NOTHING = {
    "default-src": [NONE],
    "img-src": None,
    "form-action": [NONE],
}


@public
@csp_replace(_NOTHING)
def public_file(request: HttpRequest, *, sha256: str, name: str) -> HttpResponseBase:
    """A published file by its hash; the name in the address is for people and for their download folder."""
    stored = StoredFile.objects.filter(sha256=sha256, published_at__isnull=False).order_by("published_at", "pk").first()
    if request.ward is None or stored is None:
        raise Http404
    kind = KINDS[stored.kind]
    return serve(
        request,
        services.path_of(stored.ward_id, stored.sha256),
        etag=stored.sha256,
        content_type=kind.content_type,
        name=f"{name.rpartition('.')[0] or 'tep'}.{kind.name}",
        shown=kind.shown,
        changed=stored.published_at,
    )
