"""Tài khoản cán bộ, thẻ biểu quyết của hộ: tables of accounts."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from danchu.foundation.people.models import Household
from danchu.foundation.places.models import Ward


class StaffManager(BaseUserManager["Staff"]):
    """Tra cứu tài khoản theo tên đăng nhập."""

    def get_by_natural_key(self, username: str | None) -> Staff:
        """Log-in names are matched without regard to case."""
        return self.get(username__iexact=username)


class Staff(AbstractBaseUser):
    """Người có nhiệm vụ: head, Front, officer, delegate, operator. What they may do comes from their mandates."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, null=True, help_text="empty for an operator")
    username = models.CharField(max_length=60, unique=True)
    full_name = models.CharField(max_length=120)
    honorific = models.CharField(max_length=10, blank=True, help_text="ông, bà, anh, chị")
    phone = models.CharField(max_length=30, blank=True, help_text="shown to residents as a contact")
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]
    objects = StaffManager()

    def __str__(self) -> str:
        return f"{self.honorific} {self.full_name}".strip()

    def has_perm(self, perm: str, obj: object = None) -> bool:  # noqa: ARG002 - Django's signature
        """Django's own permissions are not used; ``access.can`` answers."""
        return False


class OneTimeLink(models.Model):
    """Đường dẫn dùng một lần: sets a password, or (demonstration ward only) logs in. Only its keyed hash is stored."""

    class Purpose(models.TextChoices):
        """Dùng để làm gì."""

        SET_PASSWORD = "set_password", "đặt mật khẩu"
        DEMO = "demo", "vào thử"

    staff = models.ForeignKey(Staff, on_delete=models.CASCADE)
    purpose = models.CharField(max_length=16, choices=Purpose)
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.purpose} {self.staff_id}"


class Card(models.Model):
    """Thẻ biểu quyết của hộ: lasting; a new one ends the old. Only keyed hashes of its secrets are stored."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="cards")
    token_hash = models.CharField(max_length=64, unique=True, help_text="of the QR's 128 random bits")
    code_hash = models.CharField(max_length=64, help_text="of the eight digits, bound to the household")
    issued_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=200, blank=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["household"], condition=Q(ended_at__isnull=True), name="one_living_card")
        ]

    def __str__(self) -> str:
        return f"card of {self.household_id}"


class HouseholdAccess(models.Model):
    """Lượt vào bằng thẻ: the household sees every one of them."""

    class How(models.TextChoices):
        """Vào bằng cách nào."""

        QR = "qr", "quét mã"
        TYPED = "typed", "gõ mã"
        KIOSK = "kiosk", "máy tại nhà văn hóa"
        ASSISTED = "assisted", "có người giúp"

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="accesses")
    how = models.CharField(max_length=10, choices=How)
    device = models.CharField(max_length=60, blank=True, help_text="kind of device, e.g. Android phone")
    helper = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True)
    at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return f"{self.household_id} {self.how} {self.at}"


class WrongCode(models.Model):
    """Lần gõ mã sai: counted per household (15 minutes) and per ward; kept for a day, never with the digits."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, null=True)
    at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        indexes = [models.Index(fields=["ward", "at"]), models.Index(fields=["household", "at"])]

    def __str__(self) -> str:
        return f"{self.household_id} {self.at}"
