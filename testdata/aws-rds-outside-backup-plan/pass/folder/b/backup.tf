resource "aws_backup_selection" "all" {
  name         = "all"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  plan_id      = "1a2b3c4d"
  resources    = ["arn:aws:rds:*:*:cluster:*", "arn:aws:dynamodb:*:*:table/*"]
}
