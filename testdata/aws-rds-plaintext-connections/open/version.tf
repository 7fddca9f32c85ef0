resource "aws_db_instance" "newest" { # expect: open
  engine = "postgres"
}
