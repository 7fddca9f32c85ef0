import ssl

context = ssl.create_default_context()
context.set_ciphers("ECDHE+AESGCM:!aNULL:!MD5")
