import os
from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

AES.new(key, AES.MODE_CBC, os.urandom(16))
AESGCM(key).encrypt(os.urandom(12), b"note", b"context")
