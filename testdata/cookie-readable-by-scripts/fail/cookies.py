from flask import make_response


def sign_in(response):
    make_response("ok").set_cookie("session", token, secure=True)  # expect: fail
    response.set_cookie("access_token", token, httponly=False)  # expect: fail
