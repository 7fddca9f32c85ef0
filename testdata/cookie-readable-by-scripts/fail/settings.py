INSTALLED_APPS = ["clinic"]
ROOT_URLCONF = "clinic.urls"
SESSION_COOKIE_HTTPONLY = False  # expect: fail
