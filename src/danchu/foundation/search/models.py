"""Tra cứu: tables of search. The index itself is no model: ``index.py`` and the first migration make it."""

from __future__ import annotations

from django.db import models
from django_scopes import ScopedManager

from danchu.foundation.files.models import StoredFile
from danchu.foundation.places.models import KhuPho, Ward


class Publication(models.Model):
    """Mục đã công khai: what everybody may find, as a list shows it; its page belongs to the room that put it.

    ``place`` is where it stands among all entries, by day and then by row: ``ordinal day × 10⁷ + id``.
    """

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    khu_pho = models.ForeignKey(KhuPho, on_delete=models.PROTECT, null=True, help_text="none: the whole ward")
    key = models.CharField(max_length=120, help_text="the room's own name for it: vote:12")
    kind = models.CharField(max_length=30)
    item = models.CharField(max_length=20, blank=True, help_text="place in a list of the law: 11.7")
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    url = models.CharField(max_length=300, help_text="path inside the ward's site")
    day = models.DateField()
    place = models.BigIntegerField(null=True, unique=True)
    waits_for_text = models.BooleanField(default=False, help_text="a file of it has not been read yet")
    put_at = models.DateTimeField()
    # Long columns stand last: SQLite would have to walk over them to reach the others.
    text = models.TextField(blank=True)
    lexemes = models.BinaryField(help_text="what stands in the index, packed: SQLite must be told it to forget it")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "key"], name="publication_once")]
        indexes = [
            models.Index(fields=["ward", "-place"], name="publication_newest"),
            models.Index(fields=["put_at"], name="publication_waiting", condition=models.Q(waits_for_text=True)),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of the room that put it."""
        from django.urls import get_script_prefix  # noqa: PLC0415 - the prefix of this request's ward

        return get_script_prefix() + self.url.lstrip("/")


class PublicationFile(models.Model):
    """Tệp kèm theo mục công khai: in the order the room gave them."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="attached")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField()

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["publication", "order"], name="publication_file_once")]
        ordering = ["order"]

    def __str__(self) -> str:
        return self.file.name
