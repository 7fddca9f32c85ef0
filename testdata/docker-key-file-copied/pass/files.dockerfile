FROM debian:12.9 AS build
COPY id_rsa.pub .env.example certs/ca.crt /app/
COPY --from=build /etc/ssl/server.key /etc/ssl/
ADD package.json /app/
