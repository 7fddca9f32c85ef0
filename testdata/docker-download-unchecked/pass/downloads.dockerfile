FROM debian:12.9
RUN curl -fsSL https://tools.clinic.example/agent.tar.gz -o /tmp/agent.tar.gz
RUN npm config set strict-ssl true
RUN kubectl --insecure-skip-tls-verify=false version
