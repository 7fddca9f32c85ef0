import os

INSTALLED_APPS = ["clinic"]
ROOT_URLCONF = "clinic.urls"
SESSION_COOKIE_SECURE = os.environ["SECURE"] == "1"  # expect: open
