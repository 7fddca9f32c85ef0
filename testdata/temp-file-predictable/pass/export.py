import tempfile

file = tempfile.NamedTemporaryFile(suffix=".csv")
