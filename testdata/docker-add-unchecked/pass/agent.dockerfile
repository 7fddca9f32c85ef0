FROM debian:12.9
ADD --checksum=sha256:9d7a3d8e1c2b4f5a69788796a5b4c3d2e1f00112233445566778899aabbccdde https://tools.clinic.example/agent.tar.gz /opt/
ADD vendor.tar.gz /opt/
