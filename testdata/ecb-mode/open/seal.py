from Crypto.Cipher import AES


def seal(key, mode):
    return AES.new(key, mode)  # expect: open
