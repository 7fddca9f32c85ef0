resource "aws_kms_key" "records" { # expect: fail
  description = "Records"
}

resource "aws_kms_key" "letters" {
  description         = "Letters"
  key_usage           = "ENCRYPT_DECRYPT"
  enable_key_rotation = false # expect: fail
}
