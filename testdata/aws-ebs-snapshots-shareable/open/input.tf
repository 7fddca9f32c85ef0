variable "state" { type = string }

resource "aws_ebs_snapshot_block_public_access" "region" {
  state = var.state # expect: open
}
