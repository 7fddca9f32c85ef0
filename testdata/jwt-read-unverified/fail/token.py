from jose import jwt

jwt.get_unverified_claims(token)  # expect: fail
