resource "aws_db_instance" "records" {
  engine                  = "postgres"
  backup_retention_period = 14
}

resource "aws_db_instance" "reports" {
  replicate_source_db = aws_db_instance.records.identifier
}

# A day, unless told otherwise.
resource "aws_rds_cluster" "billing" {
  engine = "aurora-mysql"
}

resource "aws_db_instance" "letters" {
  engine = "postgres"
}

resource "aws_backup_selection" "letters" {
  name         = "letters"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  plan_id      = "1a2b3c4d"
  resources    = [aws_db_instance.letters.arn]
}
