import environ

INSTALLED_APPS = ["clinic"]
ROOT_URLCONF = "clinic.urls"
ALLOWED_HOSTS = environ.Env().list("ALLOWED_HOSTS")  # expect: open
