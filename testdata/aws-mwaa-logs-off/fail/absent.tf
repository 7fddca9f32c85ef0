resource "aws_mwaa_environment" "clinic" { # expect: fail
  name = "etl"
}
