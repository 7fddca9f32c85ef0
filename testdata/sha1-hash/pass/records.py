import hashlib

hashlib.sha256(b"note")
hashlib.sha1(b"note", usedforsecurity=False)
hashlib.new("sha512")
