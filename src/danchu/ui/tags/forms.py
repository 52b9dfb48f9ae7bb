"""Biểu mẫu: fields with label, hint and error; radio and checkbox tiles; the ballot's three choices; error summary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.template import Library
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from danchu.ui.fields import DayWidget
from danchu.ui.render import part

register = Library()

_CLASSES = (
    (forms.Textarea, "govuk-textarea"),
    (forms.Select, "govuk-select"),
    (forms.FileInput, "dc-file-input"),
)


def _described(bound: BoundField, extra: str = "") -> str:
    """The ids a screen reader reads after the label."""
    ids = [f"{bound.auto_id}-hint"] if bound.help_text else []
    ids += [f"{bound.auto_id}-error"] if bound.errors else []
    return " ".join([*ids, *([extra] if extra else [])])


def _options(bound: BoundField, meanings: Mapping[Any, str] | None) -> list[dict[str, Any]]:
    """The tiles of a choice: value, label, sentence of meaning, id, chosen."""
    found = []
    for option in bound.subwidgets:
        data = option.data
        value = data["value"]
        found.append(
            {
                "value": value,
                "label": data["label"],
                "mean": (meanings or {}).get(value) or (meanings or {}).get(str(value), ""),
                "id": data["attrs"].get("id", ""),
                "checked": data["selected"],
            }
        )
    return found


def _control(bound: BoundField, kind: str, extra: str) -> SafeString:
    """The widget itself with its class and its aria attributes."""
    widget = bound.field.widget
    css = next((css for base, css in _CLASSES if isinstance(widget, base)), "govuk-input")
    attrs: dict[str, Any] = {"class": f"{css} dc-input--{kind}" if kind else css}
    described = _described(bound, extra)
    if described:
        attrs["aria-describedby"] = described
    if bound.errors:
        attrs["aria-invalid"] = "true"
    if kind == "code":
        attrs |= {"inputmode": "numeric", "autocomplete": "off", "spellcheck": "false"}
    if extra:
        attrs["data-counter"] = extra
    if isinstance(widget, forms.Textarea):
        attrs |= {"rows": 4, "cols": ""}
    return bound.as_widget(attrs=attrs)


@register.simple_tag
def field(
    bound: BoundField, kind: str = "", meanings: Mapping[Any, str] | None = None, counter: bool = False
) -> SafeString:
    """Một ô của biểu mẫu with label, hint and error, whatever its widget.

    ``kind``: "code" (wide digits), "short". ``counter`` counts letters left of ``max_length`` under a text box.
    Radios and checkboxes become tiles; ``meanings`` gives each value its sentence.
    """
    widget = bound.field.widget
    if bound.is_hidden:
        return bound.as_widget()
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        many = isinstance(widget, forms.CheckboxSelectMultiple)
        return part(
            "tiles",
            field=bound,
            options=_options(bound, meanings),
            type="checkbox" if many else "radio",
            described=_described(bound),
            style="plain",
        )
    if isinstance(widget, forms.CheckboxInput):
        return part("checkbox", field=bound, checked=bool(bound.value()), described=_described(bound))
    if isinstance(widget, DayWidget):
        return part("day", field=bound, inputs=bound.subwidgets[0].data["subwidgets"], described=_described(bound))
    limit = getattr(bound.field, "max_length", None) if counter else None
    extra = f"{bound.auto_id}-left" if limit else ""
    return part(
        "field",
        field=bound,
        control=_control(bound, kind, extra),
        file=isinstance(widget, forms.FileInput),
        limit=limit,
        counter_id=extra,
    )


@register.simple_tag
def choice_tiles(
    bound: BoundField,
    meanings: Mapping[Any, str] | None = None,
    other: BoundField | None = None,
    other_value: str = "other",
    legend: str = "",
) -> SafeString:
    """Các ô lựa chọn của phiếu: equal in size and colour, none chosen beforehand.

    ``other`` is the text field that opens inside the tile whose value is ``other_value``, by CSS alone.
    """
    return part(
        "tiles",
        field=bound,
        legend=legend,
        options=_options(bound, meanings),
        type="radio",
        described=_described(bound),
        style="choice",
        other=other,
        other_value=other_value,
        other_control=_control(other, "", "") if other is not None else "",
    )


@register.simple_tag
def form_fields(form: forms.BaseForm) -> SafeString:
    """Cả biểu mẫu: error summary, then every field in order; the form tag, csrf and button are the page's."""
    return part("form_fields", form=form, hidden=form.hidden_fields(), fields=[field(b) for b in form.visible_fields()])


@register.simple_tag
def error_summary(form: forms.BaseForm) -> SafeString:
    """Tóm tắt chỗ cần sửa, on top of the page; each line leads to its field. Nothing when all is right."""
    lines = [("", error) for error in form.non_field_errors()]
    for bound in form:
        empty = [one.code == "required" for one in form.errors.as_data().get(bound.name, [])]
        lines += [
            (_first_id(bound), _named(bound, error) if is_empty else error)
            for error, is_empty in zip(bound.errors, empty, strict=True)
        ]
    if not lines:
        return SafeString()
    title = ngettext("One thing to correct", "%(count)s things to correct", len(lines)) % {"count": len(lines)}
    return part("error_summary", title=title, lines=lines)


def _named(bound: BoundField, error: str) -> str:
    """Every empty field has the same sentence: in the summary its label stands before it."""
    label = str(bound.label)
    return f"{label}{'' if label.endswith('?') else ':'} {error[:1].lower()}{error[1:]}"


def _first_id(bound: BoundField) -> str:
    """The id of the first control of a field, where a link from the summary must land."""
    if isinstance(bound.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple | DayWidget):
        return f"{bound.auto_id}_0"
    return bound.auto_id
