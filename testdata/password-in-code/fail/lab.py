import requests
import smtplib
import psycopg2
from requests.auth import HTTPBasicAuth

requests.get("https://lab.example.org", auth=("clinic", "Winter-Rain-42"))  # expect: fail
requests.get("https://lab.example.org", auth=HTTPBasicAuth("clinic", "Winter-Rain-42"))  # expect: fail
psycopg2.connect(host="db", user="clinic", password="Winter-Rain-42")  # expect: fail
mail = smtplib.SMTP("mail")
mail.login("clinic", "Winter-Rain-42")  # expect: fail
