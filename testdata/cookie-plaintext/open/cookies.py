from flask import make_response, current_app


def sign_in():
    make_response("ok").set_cookie("session", token, secure=current_app.config["TLS"])  # expect: open
