from Crypto.Cipher import AES
from Cryptodome.Cipher import AES as Aes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

AES.new(key, AES.MODE_ECB)  # expect: fail
Aes.new(key, mode=Aes.MODE_ECB)  # expect: fail
Cipher(algorithms.AES(key), modes.ECB())  # expect: fail
