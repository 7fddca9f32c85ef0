import paramiko
import asyncssh

client = paramiko.SSHClient()
client.load_host_keys("lab_known_hosts")
client.set_missing_host_key_policy(paramiko.RejectPolicy())
asyncssh.connect("sftp.lab.example.org", known_hosts="lab_known_hosts")
