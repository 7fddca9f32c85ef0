package lab

import "golang.org/x/crypto/ssh"

var config = &ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey()} // expect: fail
