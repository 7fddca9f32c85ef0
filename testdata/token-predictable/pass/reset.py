import secrets


def reset(user):
    user.reset_token = secrets.token_urlsafe(32)


def shuffle(user):
    import random

    delay = random.random()
    tokenizer = random.choice(MODELS)
    return delay, tokenizer
