"""Địa bàn: tables of places."""

from __future__ import annotations

from django.db import models
from django_scopes import ScopedManager


class Province(models.Model):
    """Tỉnh, thành phố: a province or centrally run city."""

    code = models.CharField(max_length=8, unique=True)
    name = models.CharField(max_length=120)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    def __str__(self) -> str:
        return self.name


class Ward(models.Model):
    """Phường (cấp xã): the tenant; every row of a ward's work carries it. Two-tier: ward → city since 1/7/2025."""

    class Kind(models.TextChoices):
        """Loại đơn vị hành chính cấp xã."""

        PHUONG = "phuong", "phường"
        XA = "xa", "xã"
        DAC_KHU = "dac_khu", "đặc khu"

    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="wards")
    code = models.CharField(max_length=8, blank=True)
    slug = models.SlugField(unique=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.PHUONG)
    name = models.CharField(max_length=120, help_text="Thới Hòa")
    community_label = models.CharField(max_length=40, default="khu phố", help_text="khu phố, ấp, thôn, tổ dân phố…")
    host = models.CharField(max_length=200, blank=True, help_text="dedicated host name, if any")
    phone = models.CharField(max_length=30, blank=True)
    office_hours = models.CharField(max_length=200, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    predecessors = models.ManyToManyField("self", symmetrical=False, related_name="successors")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name}"

    @property
    def full_name(self) -> str:
        """Tên đầy đủ, with its kind capitalised: "Phường Thới Hòa"."""
        return f"{self.get_kind_display().capitalize()} {self.name}"


class KhuPho(models.Model):
    """Khu phố, luật gọi là tổ dân phố: a neighbourhood of a ward, for the time it exists under this name."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="khu_pho_set")
    name = models.CharField(max_length=80, help_text="Khu phố 3")
    slug = models.SlugField(max_length=80)
    order = models.PositiveSmallIntegerField(default=0)
    culture_house = models.CharField(max_length=200, blank=True, help_text="name and address of the culture house")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    predecessors = models.ManyToManyField("self", symmetrical=False, related_name="successors")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "slug", "valid_from"], name="khu_pho_once")]
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name


class SettingValue(models.Model):
    """Thiết lập của phường: a dated value for a key of ``law``'s settings; the newest that has begun counts."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="settings")
    key = models.CharField(max_length=80)
    value = models.JSONField()
    valid_from = models.DateField()
    basis = models.CharField(max_length=300, help_text="paper or reason the ward rests this on")
    set_at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "key", "valid_from", "set_at"], name="setting_once")]

    def __str__(self) -> str:
        return f"{self.key} = {self.value} ({self.valid_from})"


class WorkdayOverride(models.Model):
    """Ngày nghỉ, ngày làm bù do Nhà nước công bố thêm: ``name`` makes the day off; empty makes it worked."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    day = models.DateField()
    name = models.CharField(max_length=120, blank=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "day"], name="workday_override_once")]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"
