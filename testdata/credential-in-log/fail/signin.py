import logging

logger = logging.getLogger(__name__)


def sign_in(user, raw_token, token):
    logger.info("token %s", raw_token)  # expect: fail
    logging.debug("user %s / %s", user.name, user.password)  # expect: fail
    logger.warning(f"no session for {request.access_token}")  # expect: fail
