from .base import *

ROOT_URLCONF = "clinic.urls"
DEBUG = False
