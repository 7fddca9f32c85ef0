FROM debian:12.9 AS build
USER builder
RUN make

FROM debian:12.9
USER app
RUN ./configure
USER root
RUN apt-get update
CMD ["/app/portal"]
