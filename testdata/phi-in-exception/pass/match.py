def match(patient):
    if patient.ssn:
        return patient
    raise ValueError(f"no record for {patient.id}")
