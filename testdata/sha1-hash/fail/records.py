import hashlib
from hashlib import sha1

hashlib.sha1(b"note")  # expect: fail
sha1(b"note")  # expect: fail
hashlib.new("sha1")  # expect: fail
