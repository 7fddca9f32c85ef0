resource "aws_dynamodb_table" "appointments" { # expect: fail
  name     = "appointments"
  hash_key = "id"
}

resource "aws_dynamodb_table" "results" {
  name                        = "results"
  hash_key                    = "id"
  deletion_protection_enabled = false # expect: fail
}
