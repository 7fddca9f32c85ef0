variable "key" {
  type = string
}

resource "aws_efs_file_system" "scans" {
  encrypted  = true
  kms_key_id = var.key # expect: open
}
