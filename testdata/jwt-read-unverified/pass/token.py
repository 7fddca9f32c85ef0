from jose import jwt

jwt.decode(token, key, algorithms=["RS256"])
