from .base import *

SESSION_COOKIE_SECURE = True
ROOT_URLCONF = "clinic.urls"
