from flask import make_response


def sign_in():
    make_response("ok").set_cookie("session", token, secure=True, httponly=True)
    make_response("ok").set_cookie("language", "en")
