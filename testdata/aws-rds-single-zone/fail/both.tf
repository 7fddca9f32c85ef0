resource "aws_db_instance" "records" { # expect: fail
  engine = "postgres"
}

resource "aws_db_instance" "letters" {
  engine   = "mysql"
  multi_az = false # expect: fail
}
