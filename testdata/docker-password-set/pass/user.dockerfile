FROM debian:12.9
RUN useradd --create-home --uid 10001 clinic && passwd -l root
