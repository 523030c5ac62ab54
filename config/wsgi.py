"""The WSGI entry point; no server starts on profiles of the law that cannot be used."""

import os

from django.core.wsgi import get_wsgi_application

from decisions import statutes

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
statutes.profiles()
