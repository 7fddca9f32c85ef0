resource "aws_transfer_server" "claims" {
  endpoint_type = "VPC"
}
