import jwt
from jose import jwt as jose_jwt


def user_of(token, key):
    jwt.decode(token, options={"verify_signature": False})  # expect: fail
    jwt.decode(token, key, algorithms=["HS256", "none"])  # expect: fail
    jwt.decode(token, verify=False)  # expect: fail
    return jose_jwt.decode(token, key, algorithms="none")  # expect: fail


jwt.decode(token, key, algorithms=["none"])  # expect: fail
