import ssl
import requests
import httpx
import aiohttp
from requests import post

requests.get("https://lab.example.org/results", verify=False)  # expect: fail
post("https://lab.example.org/orders", json=order, verify=False)  # expect: fail
session = requests.Session()
session.verify = False  # expect: fail
session.get("https://lab.example.org", verify=False)  # expect: fail
httpx.AsyncClient(verify=False)  # expect: fail
aiohttp.TCPConnector(ssl=False)  # expect: fail
ssl._create_default_https_context = ssl._create_unverified_context  # expect: fail
ssl._create_unverified_context()  # expect: fail
context = ssl.create_default_context()
context.verify_mode = ssl.CERT_NONE  # expect: fail


def subscribe(client):
    client.tls_set(ca_certs="ca.pem", cert_reqs=ssl.CERT_NONE)  # expect: fail
    client.tls_insecure_set(True)  # expect: fail
