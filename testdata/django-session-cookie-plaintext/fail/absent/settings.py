INSTALLED_APPS = ["clinic"]  # expect: fail
ROOT_URLCONF = "clinic.urls"
