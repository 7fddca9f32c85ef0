import hashlib
from hashlib import sha256


def store(user, password, salt):
    user.hash = hashlib.sha256(password.encode("utf-8")).hexdigest()  # expect: fail
    user.hash = sha256(salt + password).hexdigest()  # expect: fail
    h = hashlib.sha512()
    h.update(password)  # expect: fail
