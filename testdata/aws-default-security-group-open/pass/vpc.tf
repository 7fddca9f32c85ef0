resource "aws_vpc" "clinic" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_default_security_group" "clinic" {
  vpc_id = aws_vpc.clinic.id
}
