resource "aws_instance" "records" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "m7g.large"
}

resource "aws_backup_selection" "daily" {
  name         = "daily"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  plan_id      = "1a2b3c4d"
  resources    = [aws_instance.records.arn]
}
