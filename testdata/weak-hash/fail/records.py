import hashlib
import hashlib as h
from hashlib import md5, new as make
from Crypto.Hash import MD5
from cryptography.hazmat.primitives import hashes


class Chart:
    def fingerprint(self, note):
        first = hashlib.md5(note).hexdigest()  # expect: fail
        second = h.md5(note)  # expect: fail
        third = md5(note)  # expect: fail
        fourth = make("MD5", note)  # expect: fail
        fifth = MD5.new(note)  # expect: fail
        return hashes.Hash(hashes.MD5())  # expect: fail


def note_signature(note):
    return hashlib.md5(note).hexdigest()  # expect: fail
