resource "aws_instance" "clinic" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.medium"
}

resource "aws_ec2_instance_metadata_defaults" "clinic" {
  http_tokens = "required"
}
