INSTALLED_APPS = ["clinic"]
ROOT_URLCONF = "clinic.urls"
SESSION_COOKIE_SECURE = False  # expect: fail
