import pyDes
from Crypto.Cipher import DES3, ARC4 as rc4
from Cryptodome.Cipher import DES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES

DES3.new(key, DES3.MODE_CBC, iv)  # expect: fail
rc4.new(key)  # expect: fail
DES.new(key, DES.MODE_EAX)  # expect: fail
Cipher(algorithms.Blowfish(key), modes.CBC(iv))  # expect: fail
TripleDES(key)  # expect: fail
pyDes.des("key", pyDes.CBC)  # expect: fail
