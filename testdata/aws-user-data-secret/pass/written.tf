resource "aws_db_instance" "records" {
  engine = "postgres"
}

resource "aws_instance" "portal" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.large"

  user_data = <<-SCRIPT
    #!/bin/bash
    DB_HOST=${aws_db_instance.records.address}
    DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id clinic/database --query SecretString --output text)
    aws ecr get-login-password | docker login --username AWS --password-stdin registry.example.com
    systemctl start portal
  SCRIPT
}
