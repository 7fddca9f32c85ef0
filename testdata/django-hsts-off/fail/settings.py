INSTALLED_APPS = ["clinic"]
ROOT_URLCONF = "clinic.urls"
SECURE_HSTS_SECONDS = 0  # expect: fail
