import sentry_sdk


def admit(patient):
    sentry_sdk.set_user({"id": patient.medical_record_number})  # expect: fail
