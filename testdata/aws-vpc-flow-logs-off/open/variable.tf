variable "vpc" { type = string }

resource "aws_vpc" "clinic" { # expect: open
  cidr_block = "10.20.0.0/16"
}

resource "aws_flow_log" "clinic" {
  vpc_id          = var.vpc
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::clinic-flows"
}
