resource "aws_vpc" "logged" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_flow_log" "logged" {
  vpc_id          = aws_vpc.logged.id
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::clinic-flows"
}

resource "aws_vpc" "clinic" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_subnet" "clinic" {
  vpc_id     = aws_vpc.clinic.id
  cidr_block = "10.20.1.0/24"
}

resource "aws_flow_log" "clinic" {
  subnet_id       = aws_subnet.clinic.id
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::clinic-flows"
}
