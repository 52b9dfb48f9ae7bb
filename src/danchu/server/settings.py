"""Thiết lập: the one settings module; everything that differs between deployments comes from the environment."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from danchu.foundation import keys
from danchu.server import env

PACKAGE = Path(__file__).resolve().parent.parent
_home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")

# --- where things live -------------------------------------------------------------------------------------------
DANCHU_DATA = env.folder("DANCHU_DATA", _home / "danchu")
DANCHU_KEYS = env.folder("DANCHU_KEYS", DANCHU_DATA / "keys")
DANCHU_FILES = env.folder("DANCHU_FILES", DANCHU_DATA / "files")
DANCHU_DEMO = (DANCHU_DATA / "demo.json").is_file()

DEBUG = env.flag("DANCHU_DEBUG")
SECRET_KEY = os.environ.get("DANCHU_SECRET_KEY") or keys.read_or_make(DANCHU_KEYS, "django").hex()
ALLOWED_HOSTS = env.names("DANCHU_HOSTS") or ["127.0.0.1", "localhost", "[::1]"]
if env.flag("DANCHU_LAN"):  # a hall's own Wi-Fi has no fixed name: any address that reaches us is ours
    ALLOWED_HOSTS = ["*"]
CSRF_TRUSTED_ORIGINS = env.names("DANCHU_ORIGINS")
DANCHU_HTTPS = env.flag("DANCHU_HTTPS")
DANCHU_BOOTH_URL = env.text("BOOTH_URL", "")  # pages of secret ballots, an origin of their own; empty: open votes only

# --- parts --------------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "danchu.foundation.places",
    "danchu.foundation.people",
    "danchu.foundation.accounts",
    "danchu.foundation.access",
    "danchu.foundation.journal",
    "danchu.foundation.duties",
    "danchu.foundation.jobs",
    "danchu.foundation.files",
    "danchu.foundation.search",
    "danchu.documents",
    "danchu.channels",
    "danchu.ui",
    "danchu.rooms.disclosure",
    "danchu.rooms.satisfaction",
    "danchu.rooms.voting",
    "danchu.api",
    "danchu.desks",
    "danchu.server",
    "django_scopes",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "danchu.server.middleware.request_id",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "danchu.ui.staticfiles.ServedStaticFiles",
    "csp.middleware.CSPMiddleware",
    "danchu.server.middleware.headers",
    "danchu.server.middleware.ward",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "danchu.server.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "danchu.foundation.access.middleware.actor",
    "danchu.rooms.voting.middleware.assisted",
    "danchu.rooms.voting.middleware.kiosk",
    "danchu.foundation.accounts.second_factor.required",
    "danchu.server.middleware.answers",
]
ROOT_URLCONF = "danchu.server.urls"
WSGI_APPLICATION = "danchu.server.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "danchu.ui.context.ui",
                "danchu.desks.nav.desk",
            ],
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


# --- database -----------------------------------------------------------------------------------------------------
def database(url: str) -> dict[str, object]:
    """The database of ``DATABASE_URL`` (postgresql://…), or the SQLite file in the data folder."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DANCHU_DATA / "danchu.sqlite3",
            "TEST": {"NAME": DANCHU_DATA / "test.sqlite3"},  # a file: locks are the real ones
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise env.BadSetting("DATABASE_URL: postgresql://user:password@host/name")
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", None) or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,  # a connection of before a restart of the database is not handed out
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 12, "timeout": 20}, **query},
    }


DATABASES = {"default": database(env.text("DATABASE_URL", ""))}
# Counters of log-in attempts, shared by all processes of this machine.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DANCHU_DATA / "cache",
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# --- people who log in ---------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.Staff"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "danchu.foundation.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/viec-cua-toi/"
HOUSEHOLD_REDIRECT_URL = "voting:start"  # after the card: straight to the ballot that waits
ACCOUNT_ADAPTER = "danchu.foundation.accounts.adapter.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_SESSION_REMEMBER = False  # shared computers: the session ends with the browser
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_FORMS = {
    "login": "danchu.foundation.accounts.forms.LoginForm",
    "reauthenticate": "danchu.foundation.accounts.forms.ReauthenticateForm",
    "change_password": "danchu.foundation.accounts.forms.ChangePasswordForm",
}
# Per process, against floods; per log-in name all processes count together (accounts/adapter.py). A whole hall may
# stand behind one address, so an address gets plenty.
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "60/m/ip,8/10m/key", "reauthenticate": "10/m/user"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "danchu.foundation.accounts.forms.SecondFactorForm",
    "reauthenticate": "danchu.foundation.accounts.forms.SecondFactorAgainForm",
    "activate_totp": "danchu.foundation.accounts.forms.ActivateForm",
}
MFA_TOTP_ISSUER = "Danchu"
MFA_ADAPTER = "danchu.foundation.accounts.adapter.SecondFactorAdapter"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_NAME = "phien"
CSRF_COOKIE_NAME = "csrf"
CSRF_FAILURE_VIEW = "danchu.server.errors.csrf_failed"

# --- language, time ------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "ngon_ngu"
LOCALE_PATHS = [PACKAGE / "locale"]
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

# --- files ---------------------------------------------------------------------------------------------------------
STATIC_URL = "/tinh/"
STATIC_ROOT = DANCHU_DATA / "static"
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DANCHU_FILES}},
    "staticfiles": {"BACKEND": "danchu.ui.staticfiles.HashedStaticFiles"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "danchu.foundation.files.uploads.BoundedUploads",
]

# --- channels ------------------------------------------------------------------------------------------------------
DANCHU_SPEECH = env.choice("DANCHU_SPEECH", ("south", "north"))
DANCHU_VOICE = env.text("DANCHU_VOICE", "")  # a command with {text} and {wav}; espeak-ng where it is empty

# --- safety --------------------------------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
# With "no-referrer" browsers send forms with "Origin: null", which the form check refuses; this hides the path as well.
SECURE_REFERRER_POLICY = "strict-origin"
# Over plain HTTP in a hall browsers only complain that they ignore it.
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin" if DANCHU_HTTPS else None
SECURE_SSL_REDIRECT = DANCHU_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if DANCHU_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = DANCHU_HTTPS
SECURE_HSTS_PRELOAD = DANCHU_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("DANCHU_BEHIND_PROXY") else None
SESSION_COOKIE_SECURE = DANCHU_HTTPS
CSRF_COOKIE_SECURE = DANCHU_HTTPS
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

# --- log: no personal data, no card tokens (the filter in server/logs.py) --------------------------------------------
LOGGING_CONFIG = "danchu.server.logs.configure"
LOGGING = {"level": env.text("DANCHU_LOG_LEVEL", "INFO")}
