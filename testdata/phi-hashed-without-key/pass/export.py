import hashlib
import hmac


def code(patient, key, note):
    hashlib.sha256(note)
    return hmac.new(key, patient.ssn.encode(), hashlib.sha256).hexdigest()
