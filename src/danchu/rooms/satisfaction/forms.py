"""Ba mức và một câu."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from danchu.law.satisfaction import FACE_LABELS, Face
from danchu.ui.tags.words import lang

LONGEST = 300


def _faces() -> list[tuple[str, str]]:
    return [(one.value, label.vi if lang() == "vi" else label.en) for one, label in FACE_LABELS.items()]


class RatingForm(forms.Form):
    """Một lượt đánh giá."""

    face = forms.ChoiceField(
        label=_("How was it?"),
        choices=_faces,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three"), "invalid_choice": _("Choose one of the three")},
    )
    words = forms.CharField(
        label=_("One sentence, if you like"),
        help_text=_("Please write no names and no telephone numbers."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea,
    )

    def clean_face(self) -> Face:
        """One of the three."""
        return Face(self.cleaned_data["face"])
