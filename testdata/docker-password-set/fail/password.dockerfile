FROM debian:12.9
RUN echo 'root:not-a-real-password' | chpasswd
RUN useradd -m -p "$(openssl passwd -1 not-a-real-password)" clinic
