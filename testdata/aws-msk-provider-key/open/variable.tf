variable "key" {
  type = string
}

resource "aws_msk_cluster" "events" {
  cluster_name = "clinic-events"

  encryption_info {
    encryption_at_rest_kms_key_arn = var.key # expect: open
  }
}
