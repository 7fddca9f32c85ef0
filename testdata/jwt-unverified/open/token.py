import jwt


def user_of(token, key, enforce):
    return jwt.decode(token, key, algorithms=["RS256"], options={"verify_signature": enforce})  # expect: open
