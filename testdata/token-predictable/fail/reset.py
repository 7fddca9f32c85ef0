import random


def reset(user):
    user.reset_token = str(random.randint(100000, 999999))  # expect: fail
    user.otp = "".join(random.choice("0123456789") for _ in range(6))  # expect: fail
    token = random.getrandbits(64)  # expect: fail
    save(user, api_key=f"key-{random.random()}")  # expect: fail
    user.set_password(str(random.randint(1, 9)))  # expect: fail


def generate_access_code():
    return random.choice(LETTERS)  # expect: fail
