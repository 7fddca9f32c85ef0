from passlib.context import CryptContext
from passlib.hash import md5_crypt, sha1_crypt as old

md5_crypt.hash(password)  # expect: fail
old.encrypt(password)  # expect: fail
CryptContext(schemes=["sha1_crypt", "bcrypt"])  # expect: fail
