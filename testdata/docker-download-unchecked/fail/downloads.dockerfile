FROM debian:12.9
RUN curl -fsSLk https://tools.clinic.example/agent.tar.gz | tar xz
RUN apt-get update && \
    wget --no-check-certificate -q https://tools.clinic.example/viewer.deb
RUN pip install --trusted-host pypi.clinic.example -r requirements.txt
RUN npm config set strict-ssl false && npm ci
RUN git config --global http.sslVerify false
