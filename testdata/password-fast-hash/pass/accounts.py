import hashlib


def store(user, password, salt, note):
    user.hash = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600_000)
    return hashlib.sha256(note).hexdigest()
