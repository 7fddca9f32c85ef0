import ssl

context = ssl.create_default_context()
context.minimum_version = ssl.TLSVersion.TLSv1_2
ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
