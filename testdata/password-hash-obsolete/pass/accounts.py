from passlib.context import CryptContext
from passlib.hash import argon2

argon2.hash(password)
CryptContext(schemes=["bcrypt", "md5_crypt"], deprecated="auto")
