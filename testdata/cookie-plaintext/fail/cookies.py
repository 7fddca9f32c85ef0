from flask import make_response
from django.http import HttpResponse


def sign_in(response):
    make_response("ok").set_cookie("session", token)  # expect: fail
    HttpResponse().set_cookie("auth_token", token, httponly=True, secure=False)  # expect: fail
    response.set_cookie("access_token", token)  # expect: fail
