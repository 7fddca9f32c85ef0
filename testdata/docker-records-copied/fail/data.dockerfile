FROM postgres:17.2
COPY patients.csv /data/
COPY backup/emr.dump /docker-entrypoint-initdb.d/
ADD scans/knee.dcm /data/
