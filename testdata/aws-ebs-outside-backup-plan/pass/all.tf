resource "aws_ebs_volume" "images" {
  availability_zone = "us-east-1a"
  size              = 500
}

resource "aws_backup_selection" "all" {
  name         = "all"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  plan_id      = "1a2b3c4d"
  resources    = ["*"]
}
