import paramiko
from paramiko import AutoAddPolicy, SSHClient
import asyncssh

client = paramiko.SSHClient()
client.set_missing_host_key_policy(paramiko.AutoAddPolicy())  # expect: fail
SSHClient().set_missing_host_key_policy(AutoAddPolicy)  # expect: fail
asyncssh.connect("sftp.lab.example.org", known_hosts=None)  # expect: fail
