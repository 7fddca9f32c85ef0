resource "aws_db_instance" "records" { # expect: fail
  engine                          = "postgres"
  performance_insights_enabled    = true
}
