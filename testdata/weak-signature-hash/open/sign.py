import hmac


def sign(key, note, digest):
    return hmac.new(key, note, digest)  # expect: open
