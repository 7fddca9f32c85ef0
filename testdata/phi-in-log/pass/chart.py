import logging


def admit(patient):
    logging.info("admitted %s", patient.id)
    logging.info("no match for %s", mask(patient.email_hash))
    logging.info("ssn is missing")
