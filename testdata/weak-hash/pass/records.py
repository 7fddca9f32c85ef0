import hashlib
from hashlib import sha256

ALGORITHM = "sha256"


def fingerprint(note, cache_key):
    hashlib.new(ALGORITHM, note)
    hashlib.md5(note, usedforsecurity=False)
    hashlib.md5(cache_key.encode())
    return sha256(note).hexdigest()


def body_checksum(self):
    return hashlib.md5(self.body).hexdigest()


def describe(note):
    etag = hashlib.md5(note).hexdigest()
    return etag
