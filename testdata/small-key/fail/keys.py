import paramiko
from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import rsa, ec

rsa.generate_private_key(public_exponent=65537, key_size=1024)  # expect: fail
rsa.generate_private_key(65537, 1024)  # expect: fail
RSA.generate(1024)  # expect: fail
ec.generate_private_key(ec.SECP192R1())  # expect: fail
paramiko.RSAKey.generate(bits=1024)  # expect: fail
