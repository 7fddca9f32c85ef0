resource "aws_dynamodb_table" "appointments" {
  name     = "appointments"
  hash_key = "id"
}

resource "aws_backup_selection" "daily" {
  name         = "daily"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  plan_id      = "1a2b3c4d"
  resources    = [aws_dynamodb_table.appointments.arn]
}
