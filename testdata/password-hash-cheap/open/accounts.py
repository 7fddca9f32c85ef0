import hashlib


def store(password, salt, rounds):
    return hashlib.pbkdf2_hmac("sha256", password, salt, rounds)  # expect: open
