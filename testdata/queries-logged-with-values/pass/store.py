from sqlalchemy import create_engine

create_engine(url)
create_engine(url, echo=True, hide_parameters=True)
