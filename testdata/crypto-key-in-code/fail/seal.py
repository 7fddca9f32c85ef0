import hmac
import jwt
from cryptography.fernet import Fernet
from Crypto.Cipher import AES

KEY = b"clinic-key-clinic-key-clinic-key"
Fernet(b"Y2xpbmljLWtleS1jbGluaWMta2V5LWNsaW5pYy1rZXk=")  # expect: fail
AES.new(KEY, AES.MODE_GCM)  # expect: fail
jwt.encode({"sub": user}, "clinic-secret", algorithm="HS256")  # expect: fail
hmac.new(key=b"clinic", msg=note)  # expect: fail
