resource "aws_ecr_repository" "clinic" { # expect: fail
  name = "portal"
}
