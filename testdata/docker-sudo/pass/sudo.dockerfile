FROM debian:12.9
RUN apt-get update && apt-get remove -y sudo
