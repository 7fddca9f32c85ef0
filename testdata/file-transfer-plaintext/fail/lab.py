import ftplib
from ftplib import FTP
import telnetlib

ftplib.FTP("ftp.lab.example.org")  # expect: fail
with FTP("ftp.lab.example.org") as ftp:  # expect: fail
    ftp.login()
telnetlib.Telnet("analyser")  # expect: fail
