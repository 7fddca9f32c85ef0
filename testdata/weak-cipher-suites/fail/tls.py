import ssl

context = ssl.create_default_context()
context.set_ciphers("ALL:@SECLEVEL=0")  # expect: fail
context.set_ciphers("HIGH:aNULL")  # expect: fail
