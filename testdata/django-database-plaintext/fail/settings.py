INSTALLED_APPS = ["clinic"]
ROOT_URLCONF = "clinic.urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "HOST": "db.clinic.example", "OPTIONS": {"sslmode": "prefer"}}}  # expect: fail
