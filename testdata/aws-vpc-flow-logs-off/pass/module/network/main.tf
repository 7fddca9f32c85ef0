resource "aws_vpc" "clinic" {
  cidr_block = "10.20.0.0/16"
}

output "vpc_id" {
  value = aws_vpc.clinic.id
}
