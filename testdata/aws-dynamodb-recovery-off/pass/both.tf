resource "aws_dynamodb_table" "appointments" {
  name     = "appointments"
  hash_key = "id"

  point_in_time_recovery {
    enabled = true
  }
}

resource "aws_dynamodb_table" "results" {
  name     = "results"
  hash_key = "id"
}

resource "aws_backup_selection" "results" {
  name         = "results"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  plan_id      = "1a2b3c4d"
  resources    = [aws_dynamodb_table.results.arn]
}

resource "aws_dynamodb_table" "terraform" {
  name         = "terraform-locks"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "LockID"
}
