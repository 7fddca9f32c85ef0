import hashlib
import os


def fingerprint(note):
    return hashlib.new(os.environ["CHART_HASH"], note)  # expect: open
