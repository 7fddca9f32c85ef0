resource "aws_timestreamwrite_database" "vitals" { # expect: fail
  database_name = "vitals"
}
