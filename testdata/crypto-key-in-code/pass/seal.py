import os
import jwt
from cryptography.fernet import Fernet
from django.conf import settings

Fernet(os.environ["FIELD_KEY"])
jwt.encode({"sub": user}, settings.JWT_KEY, algorithm="HS256")
