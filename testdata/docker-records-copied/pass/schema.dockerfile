FROM postgres:17.2
COPY patient_schema.sql sample_patients.csv init.sql /docker-entrypoint-initdb.d/
ADD src/patient.py /app/
