import ssl

context = ssl.create_default_context()
context.check_hostname = False  # expect: fail
other = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
other.check_hostname = False  # expect: fail
