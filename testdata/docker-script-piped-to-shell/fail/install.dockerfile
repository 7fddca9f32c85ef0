FROM debian:12.9
RUN curl -fsSL https://tools.clinic.example/install.sh | bash -s -- --yes
RUN bash <(curl -fsSL https://tools.clinic.example/install.sh)
