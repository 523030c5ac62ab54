"""Settings, read from the environment; every default is safe for an office network."""

import secrets
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import django_stubs_ext
import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

# Lets Django's generic classes be written with their type at run time.
django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
env = environ.Env()


def kept_secret(path: Path) -> str:
    """Return the secret kept in `path`, made at the first start."""
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        path.write_text(secrets.token_urlsafe(64))
        path.chmod(0o600)
    return path.read_text()


SECRET_KEY = env.str("SECRET_KEY", default="") or kept_secret(VAR_DIR / "secret_key")
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# HTTPS is the office's front server's business; it says so with HTTPS=true.
HTTPS = env.bool("HTTPS", default=False)

INSTALLED_APPS = [
    "people",
    "decisions",
    "archive",
    "workflow",
    "portal",
    "viewflow",
    "viewflow.workflow",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "workflow.middleware.tenures",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

SQLITE_OPTIONS = {
    # IMMEDIATE takes the write lock at BEGIN: without it two acts at once end in an error.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # recursive_triggers lets the refusal of a DELETE see the rows that a REPLACE takes out.
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON;"
    ),
}


def database() -> dict[str, Any]:
    """Return the database of `DATABASE_URL`, an SQLite file by default."""
    found = env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'suyuan.sqlite3'}")
    if found["ENGINE"].endswith("sqlite3"):
        VAR_DIR.mkdir(exist_ok=True)
        return {**found, "OPTIONS": SQLITE_OPTIONS}
    # A page of the archive is found in milliseconds; compiling the question would take longer.
    options = {"options": "-c jit=off", **found.get("OPTIONS", {})}
    return {**found, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "OPTIONS": options}


DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "workflow:inbox"
LOGOUT_REDIRECT_URL = "login"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("简体中文")), ("en", _("英文"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "config.formats"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
BOOTSTRAP_DIR = distribution("xstatic-bootstrap").locate_file("xstatic/pkg/bootstrap/data/css")
STATICFILES_DIRS = [BASE_DIR / "static", ("bootstrap", str(BOOTSTRAP_DIR))]
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / "files"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Bootstrap's source maps are not shipped to browsers.
WHITENOISE_MANIFEST_STRICT = False

# What takes long is done by `manage.py work`, on this machine or another.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# What a worker, and each program that it starts, may take of memory.
WORKER_MEMORY_MB = env.int("WORKER_MEMORY_MB", default=1500)

# Keys, certificates and what the press has kept; a backup of KEYS_DIR is kept apart from the data.
KEYS_DIR = env.path("KEYS_DIR", default=str(VAR_DIR / "keys"))

# The ledger's transparency log: its name, an address without the scheme, and the verifier keys
# of the witnesses whose signatures it takes: docs/log.md.
LOG_ORIGIN = env.str("LOG_ORIGIN", default="suyuan.localhost/log")
LOG_WITNESSES = env.list("LOG_WITNESSES", default=[])

# Who signs a dossier, and who says when: docs/keys.md. Nothing is ever sealed without both.
DOSSIER_SIGNER = env.str("DOSSIER_SIGNER", default="demonstration:")
DOSSIER_SIGNER_PIN = env.str("DOSSIER_SIGNER_PIN", default="")
DOSSIER_TIMESTAMP = env.str("DOSSIER_TIMESTAMP", default="demonstration:")
DOSSIER_TIMESTAMP_SECONDS = env.float("DOSSIER_TIMESTAMP_SECONDS", default=20.0)
# Whether to fetch from a certificate's issuer whether it was revoked; else from KEYS_DIR alone.
DOSSIER_FETCH_REVOCATION = env.bool("DOSSIER_FETCH_REVOCATION", default=False)
# Larger evidence stands beside the dossier, with only its digests inside.
DOSSIER_ATTACH_MAX_BYTES = env.int("DOSSIER_ATTACH_MAX_BYTES", default=20 * 1024 * 1024)

# What `verify_dossier` and the public's page trust; without the file, what is trusted here now.
TRUST_FILE = env.path("TRUST_FILE", default=str(VAR_DIR / "trust.json"))
# How large a file the public may have verified, and what that may take.
VERIFY_MAX_BYTES = env.int("VERIFY_MAX_BYTES", default=300 * 1024 * 1024)
VERIFY_MAX_MEMORY = env.int("VERIFY_MAX_MEMORY", default=1024 * 1024 * 1024)
VERIFY_MAX_SECONDS = env.int("VERIFY_MAX_SECONDS", default=60)

# Folders with a district's own profiles of the law, read beside ours: docs/statutes.md.
STATUTES_DIRS = [Path(folder) for folder in env.list("STATUTES_DIRS", default=[])]

# The faces of GB/T 9704. Ours are open; a district that has a licence names its own family, as
# DOCUMENT_FONTS="fangsong=FangSong_GB2312,xiaobiaosong=FZXiaoBiaoSong-B05S" does.
DOCUMENT_FONTS = {
    "fangsong": "Noto Serif CJK SC",
    "kai": "Noto Serif CJK SC",
    "heiti": "Noto Sans CJK SC",
    "xiaobiaosong": "Noto Serif CJK SC",
    **env.dict("DOCUMENT_FONTS", default={}),
}

# Where the press keeps sections already set, and pages above which a dossier has volumes.
DOSSIER_SHELF = env.path("DOSSIER_SHELF", default=str(VAR_DIR / "press"))
DOSSIER_VOLUME_PAGES = env.int("DOSSIER_VOLUME_PAGES", default=500)

# Pages of sealed dossiers, drawn for the browser; they may be thrown away at any time.
PAGES_DIR = env.path("PAGES_DIR", default=str(VAR_DIR / "pages"))

EVIDENCE_MAX_BYTES = env.int("EVIDENCE_MAX_BYTES", default=50 * 1024 * 1024)
# Where ClamAV's daemon listens: unix:/run/clamav/clamd.ctl, or host:port; empty for none.
CLAMAV = env.str("CLAMAV", default="")
CLAMAV_TIMEOUT = env.float("CLAMAV_TIMEOUT", default=60.0)
REPLAY_MAX_BYTES = env.int("REPLAY_MAX_BYTES", default=20 * 1024 * 1024)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "workflow.views.errors.csrf_failure"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

EMAIL_BACKEND = env.str("EMAIL_BACKEND", default="django.core.mail.backends.console.EmailBackend")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="suyuan@localhost")
