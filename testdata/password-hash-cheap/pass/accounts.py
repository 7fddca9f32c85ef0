import hashlib
import bcrypt

ROUNDS = 600_000
hashlib.pbkdf2_hmac("sha256", password, salt, ROUNDS)
bcrypt.hashpw(password, bcrypt.gensalt())
