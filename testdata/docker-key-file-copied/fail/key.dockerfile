FROM debian:12.9
COPY deploy/id_rsa /root/.ssh/id_rsa
COPY .env /app/.env
ADD certs/server.key certs/server.crt /etc/ssl/
