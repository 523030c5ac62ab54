"""Setting a document on a page."""

from django import template

register = template.Library()


@register.filter
def paragraphs(text: str) -> list[str]:
    """Return a text's paragraphs, without the spaces that indent them."""
    return [line.strip() for line in text.splitlines() if line.strip()]
