import hashlib


def make(name):
    return hashlib.new(name)  # expect: open
