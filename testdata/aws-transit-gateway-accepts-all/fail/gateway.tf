resource "aws_ec2_transit_gateway" "clinic" {
  auto_accept_shared_attachments = "enable" # expect: fail
}
