FROM debian:12.9 AS build
USER root
RUN make

FROM debian:12.9
USER root
RUN apt-get update
USER 10001:10001
