import pickle
import yaml
from pickle import loads
from yaml import load, FullLoader

pickle.load(upload)  # expect: fail
loads(message)  # expect: fail
yaml.load(upload)  # expect: fail
load(upload, Loader=FullLoader)  # expect: fail
