import hashlib
import hmac

hmac.new(key, note, hashlib.sha256)
hmac.new(key, note, digestmod="sha512")
