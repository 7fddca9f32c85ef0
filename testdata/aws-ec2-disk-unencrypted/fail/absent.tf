resource "aws_instance" "web" { # expect: fail
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.large"
}

resource "aws_instance" "imaging" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.large"

  root_block_device { # expect: fail
    volume_size = 50
  }
}

resource "aws_instance" "archive" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.large"

  root_block_device {
    encrypted = true
  }

  ebs_block_device { # expect: fail
    device_name = "/dev/sdf"
    volume_size = 500
  }
}
