"""A day in English is written as on every page: 6 July 2026."""

DATE_FORMAT = "j F Y"
