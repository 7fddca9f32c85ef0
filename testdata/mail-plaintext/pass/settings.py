INSTALLED_APPS = ["clinic"]
ROOT_URLCONF = "clinic.urls"
EMAIL_HOST = "mail.clinic.example"
EMAIL_USE_TLS = True
