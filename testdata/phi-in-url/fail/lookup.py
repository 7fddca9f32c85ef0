import requests
from flask import redirect

requests.get(f"https://registry.example/patients?ssn={patient.ssn}")  # expect: fail
requests.get("https://registry.example/patients", params={"mrn": mrn})  # expect: fail
redirect("/chart?dob=" + patient.date_of_birth)  # expect: fail
