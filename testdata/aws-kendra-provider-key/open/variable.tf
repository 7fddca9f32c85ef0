variable "key" {
  type = string
}

resource "aws_kendra_index" "letters" {
  name     = "letters"
  role_arn = "arn:aws:iam::111122223333:role/kendra"

  server_side_encryption_configuration {
    kms_key_id = var.key # expect: open
  }
}
