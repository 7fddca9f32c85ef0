INSTALLED_APPS = ["clinic"]
ROOT_URLCONF = "clinic.urls"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", "django.contrib.auth.hashers.Argon2PasswordHasher"]  # expect: fail
