INSTALLED_APPS = ["clinic"]
ROOT_URLCONF = "clinic.urls"
CSRF_COOKIE_SECURE = True
