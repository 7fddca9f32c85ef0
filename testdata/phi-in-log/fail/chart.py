import logging
from logging import getLogger
from loguru import logger

log = getLogger(__name__)


def admit(patient, request):
    logging.info("admitted %s", patient.ssn)  # expect: fail
    log.warning(f"no match for {patient.mrn}")  # expect: fail
    logger.error("bad date", dob=patient.date_of_birth)  # expect: fail
    print(patient["medical_record_number"])  # expect: fail
    request.app.logger.info("patient %s", patient.social_security_number)  # expect: fail
