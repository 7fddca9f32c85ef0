import random


def reset(user):
    user.reset_token = str(random.randint(100000, 999999))  # expect: fail
    user.otp = "".join(random.choice("0123456789") for _ in range(6))  # expect: fail
