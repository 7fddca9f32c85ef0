import hashlib
import hmac
from hmac import new

hmac.new(key, note, hashlib.md5)  # expect: fail
hmac.new(key, note, "md5")  # expect: fail
new(key, note, digestmod="MD5")  # expect: fail
