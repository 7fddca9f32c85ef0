import ssl
from ssl import PROTOCOL_TLSv1, SSLContext

ssl.SSLContext(ssl.PROTOCOL_TLSv1_1)  # expect: fail
SSLContext(protocol=PROTOCOL_TLSv1)  # expect: fail
context = ssl.create_default_context()
context.minimum_version = ssl.TLSVersion.TLSv1  # expect: fail


def subscribe(client):
    client.tls_set(ca_certs="ca.pem", tls_version=ssl.PROTOCOL_TLSv1)  # expect: fail
