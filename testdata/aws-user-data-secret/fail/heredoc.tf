resource "aws_instance" "portal" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.large"

  user_data = <<-SCRIPT
    #!/bin/bash
    export DB_PASSWORD=not-a-real-one
    systemctl start portal
  SCRIPT
}
