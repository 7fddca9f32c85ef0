from sqlalchemy import create_engine

create_engine(url, echo=True)  # expect: fail
