resource "aws_db_instance" "gap" {
  engine   = "postgres"
  username = "portal"
  password = "your-password-here"
}

resource "aws_db_instance" "records" {
  engine   = "postgres"
  username = "portal"
  password = "Spring-Ward-77" # expect: fail
}
