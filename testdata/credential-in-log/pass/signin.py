import logging

logger = logging.getLogger(__name__)


def sign_in(user, token):
    logger.info("token of %s", token.subject)
    logger.info("has one: %s", user.has_password)
    logger.info("in %d", token_count)
    logger.debug("page %s", page_token)
