resource "aws_vpc" "lab" {
  count      = 0
  cidr_block = "10.30.0.0/16"
}

resource "aws_vpc" "clinic" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_flow_log" "clinic" {
  vpc_id          = aws_vpc.clinic.id
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::clinic-flows"
}
