"""The people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Configure the people app."""

    name = "people"
