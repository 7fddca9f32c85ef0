import hashlib


def code(patient):
    return hashlib.sha256(patient.ssn.encode()).hexdigest()  # expect: fail
