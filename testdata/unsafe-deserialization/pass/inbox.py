import yaml
from yaml import CSafeLoader

yaml.safe_load(upload)
yaml.load(upload, Loader=yaml.SafeLoader)
yaml.load(upload, CSafeLoader)
