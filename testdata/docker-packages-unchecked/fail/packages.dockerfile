FROM debian:12.9
RUN apt-get update && apt-get install -y --allow-unauthenticated viewer
RUN apk add --allow-untrusted /tmp/agent.apk
RUN dnf install -y --nogpgcheck agent
RUN echo "deb [trusted=yes] https://tools.clinic.example stable main" > /etc/apt/sources.list.d/tools.list
