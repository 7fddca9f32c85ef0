FROM debian:12.9
ADD https://tools.clinic.example/agent.tar.gz /opt/
