import ftplib
import paramiko

ftplib.FTP_TLS("ftp.lab.example.org")
