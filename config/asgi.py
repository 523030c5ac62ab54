"""The ASGI entry point; no server starts on profiles of the law that cannot be used."""

import os

from django.core.asgi import get_asgi_application

from decisions import statutes

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_asgi_application()
statutes.profiles()
