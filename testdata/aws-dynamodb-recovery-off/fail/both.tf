resource "aws_dynamodb_table" "appointments" { # expect: fail
  name     = "appointments"
  hash_key = "id"
}

resource "aws_dynamodb_table" "results" {
  name     = "results"
  hash_key = "id"

  point_in_time_recovery {
    enabled = false # expect: fail
  }
}
