from fastapi import HTTPException


def match(patient):
    raise ValueError(f"no record for {patient.ssn}")  # expect: fail
    raise HTTPException(404, detail="unknown " + patient.mrn)  # expect: fail
