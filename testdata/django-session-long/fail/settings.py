INSTALLED_APPS = ["clinic"]
ROOT_URLCONF = "clinic.urls"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14  # expect: fail
