import ssl
import requests
import httpx

requests.get("https://lab.example.org/results", verify="/etc/clinic/lab-ca.pem")
requests.get("https://lab.example.org/results")
httpx.Client()
context = ssl.create_default_context()
context.verify_mode = ssl.CERT_REQUIRED
