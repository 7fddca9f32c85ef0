INSTALLED_APPS = ["clinic"]
ROOT_URLCONF = "clinic.urls"
SECURE_SSL_REDIRECT = True
