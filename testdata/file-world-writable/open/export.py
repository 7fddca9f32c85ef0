import os


def protect(path, mode):
    os.chmod(path, mode)  # expect: open
