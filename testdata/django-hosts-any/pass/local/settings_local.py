INSTALLED_APPS = ["clinic"]
ROOT_URLCONF = "clinic.urls"
ALLOWED_HOSTS = ["*"]
