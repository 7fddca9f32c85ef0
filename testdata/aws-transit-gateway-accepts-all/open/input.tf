variable "accept" { type = string }

resource "aws_ec2_transit_gateway" "clinic" {
  auto_accept_shared_attachments = var.accept # expect: open
}
