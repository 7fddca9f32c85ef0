import ssl


def connect(version):
    context = ssl.create_default_context()
    context.minimum_version = version  # expect: open
