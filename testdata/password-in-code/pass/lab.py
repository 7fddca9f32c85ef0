import os
import requests
import psycopg2

requests.get("https://lab.example.org", auth=("clinic", os.environ["LAB_PASSWORD"]))
requests.get("https://lab.example.org", auth=("clinic", password))
psycopg2.connect(host="db", user="clinic", password=os.getenv("DB_PASSWORD"))
