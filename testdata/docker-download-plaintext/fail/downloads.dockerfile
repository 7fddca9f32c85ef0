FROM debian:12.9
ADD http://tools.clinic.example/agent.tar.gz /opt/
RUN curl -fsSL http://tools.clinic.example/viewer.tar.gz | tar xz
