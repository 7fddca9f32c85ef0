FROM debian:12.9
RUN apt-get update && apt-get install -y openssh-server
EXPOSE 8443 22
