resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_dynamodb_table" "appointments" {
  name     = "appointments"
  hash_key = "id"

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.clinic.arn
  }
}
