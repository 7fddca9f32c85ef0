from flask import Flask
from fastapi import FastAPI

app = Flask(__name__)
api = FastAPI(debug=True)  # expect: fail
app.debug = True  # expect: fail

if __name__ == "__main__":
    app.run(host="0.0.0.0", debug=True)  # expect: fail
