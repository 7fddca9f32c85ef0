FROM debian:12.9
RUN apt-get update && sudo apt-get install -y viewer
