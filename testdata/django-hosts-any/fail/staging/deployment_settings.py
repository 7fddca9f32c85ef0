from .base_settings import *

WSGI_APPLICATION = "clinic.wsgi"
ROOT_URLCONF = "clinic.urls"
