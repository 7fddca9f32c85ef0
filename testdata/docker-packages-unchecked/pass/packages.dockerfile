FROM debian:12.9
RUN apt-get update && apt-get install -y --no-install-recommends viewer
RUN echo "deb [signed-by=/usr/share/keyrings/tools.gpg] https://tools.clinic.example stable main" > /etc/apt/sources.list.d/tools.list
