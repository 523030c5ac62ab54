"""The portal app."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Configure the portal app."""

    name = "portal"
