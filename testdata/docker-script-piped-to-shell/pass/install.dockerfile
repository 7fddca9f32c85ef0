FROM debian:12.9
RUN curl -fsSL https://tools.clinic.example/install.sh -o install.sh && echo "9d7a install.sh" | sha256sum -c && sh install.sh
RUN curl -fsSL https://tools.clinic.example/a.tgz | tar xz
