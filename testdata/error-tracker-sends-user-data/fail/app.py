import sentry_sdk

sentry_sdk.init(dsn=dsn, send_default_pii=True)  # expect: fail
