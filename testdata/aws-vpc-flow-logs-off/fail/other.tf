resource "aws_vpc" "clinic" { # expect: fail
  cidr_block = "10.20.0.0/16"
}

resource "aws_vpc" "lab" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_flow_log" "clinic" {
  vpc_id          = aws_vpc.lab.id
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::clinic-flows"
}
