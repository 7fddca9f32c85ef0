variable "encrypt" {
  type = bool
}

resource "aws_neptune_cluster" "referrals" {
  storage_encrypted = var.encrypt # expect: open
}
