FROM debian:12.9
ADD --checksum=sha256:9d7a3d8e1c2b4f5a69788796a5b4c3d2e1f00112233445566778899aabbccdde http://tools.clinic.example/agent.tar.gz /opt/
RUN curl -fsSL http://tools.clinic.example/a.tgz -o a.tgz && echo "9d7a a.tgz" | sha256sum -c
RUN curl -f http://localhost:8080/ready
COPY app /app
RUN curl -fsSL https://tools.clinic.example/b.tgz | tar xz
