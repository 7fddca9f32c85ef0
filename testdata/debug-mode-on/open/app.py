import os
from flask import Flask

app = Flask(__name__)
app.run(debug=os.environ.get("CLINIC_DEBUG") == "1")  # expect: open
