from .deployment_settings import *

INSTALLED_APPS = ["clinic"]
ROOT_URLCONF = "clinic.urls"
ALLOWED_HOSTS = ["*"]  # expect: fail
