resource "aws_instance" "clinic" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.medium"
  metadata_options {
    http_tokens = "optional" # expect: fail
  }
}

resource "aws_launch_template" "clinic" {
  name_prefix = "clinic"
  metadata_options { # expect: fail
    http_endpoint = "enabled"
  }
}

resource "aws_launch_configuration" "clinic" { # expect: fail
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.medium"
}
