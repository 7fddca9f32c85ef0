resource "aws_instance" "clinic" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.medium"
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_launch_template" "clinic" {
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_instance" "worker" {
  launch_template {
    id = aws_launch_template.clinic.id
  }
}

resource "aws_instance" "silent" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.medium"
  metadata_options {
    http_endpoint = "disabled"
  }
}
