import os
import sentry_sdk

sentry_sdk.init(dsn=dsn, send_default_pii=os.environ.get("PII") == "1")  # expect: open
