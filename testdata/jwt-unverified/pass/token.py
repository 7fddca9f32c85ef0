import jwt

jwt.decode(token, key, algorithms=["RS256"])
jwt.get_unverified_header(token)
print(jwt.decode(token, options={"verify_signature": False}))
