import os
from os import chmod
from pathlib import Path

os.chmod("/var/clinic/export", 0o777)  # expect: fail
chmod(path, 0o666)  # expect: fail
os.makedirs("/var/clinic", mode=0o777)  # expect: fail
