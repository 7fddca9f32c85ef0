import environ

INSTALLED_APPS = ["clinic"]
ROOT_URLCONF = "clinic.urls"
ALLOWED_HOSTS = environ.Env().json("ALLOWED_HOSTS", default=["*"])  # expect: open
