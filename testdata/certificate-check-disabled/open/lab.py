import os
import requests

requests.get("https://lab.example.org/results", verify=os.environ["LAB_CA"])  # expect: open
