resource "aws_vpc" "clinic" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_flow_log" "clinic" {
  vpc_id               = aws_vpc.clinic.id
  traffic_type         = "ALL"
  log_destination      = "arn:aws:s3:::clinic-flows"
  log_destination_type = "s3"
}
