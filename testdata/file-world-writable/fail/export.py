import os
from os import chmod
from pathlib import Path

os.chmod("/var/clinic/export", 0o777)  # expect: fail
chmod(path, 0o666)  # expect: fail
Path("/var/clinic").chmod(0o777)  # expect: fail
os.umask(0)  # expect: fail
