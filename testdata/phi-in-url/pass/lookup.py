import requests

requests.post("https://registry.example/patients/_search", data={"ssn": patient.ssn})
requests.get(f"https://registry.example/patients/{patient.id}")
