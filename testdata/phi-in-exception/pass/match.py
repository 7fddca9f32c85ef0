def match(patient):
    raise ValueError(f"no record for {patient.id}")
