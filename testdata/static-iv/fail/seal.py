from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

IV = b"0123456789abcdef"

AES.new(key, AES.MODE_CBC, IV)  # expect: fail
AES.new(key, AES.MODE_CBC, iv="0123456789abcdef".encode())  # expect: fail
Cipher(algorithms.AES(key), modes.CBC(b"0123456789abcdef"))  # expect: fail
AESGCM(key).encrypt(b"clinic-nonce", note, None)  # expect: fail
