import hashlib
import bcrypt
from Crypto.Protocol.KDF import PBKDF2
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

hashlib.pbkdf2_hmac("sha256", password, salt, 10_000)  # expect: fail
PBKDF2HMAC(algorithm=hash, length=32, salt=salt, iterations=1000)  # expect: fail
PBKDF2(password, salt, 32, count=5000)  # expect: fail
PBKDF2(password, salt)  # expect: fail
bcrypt.hashpw(password, bcrypt.gensalt(4))  # expect: fail
