INSTALLED_APPS = ["clinic"]
ROOT_URLCONF = "clinic.urls"
CORS_ALLOW_CREDENTIALS = True  # expect: fail
CORS_ALLOW_ALL_ORIGINS = True
