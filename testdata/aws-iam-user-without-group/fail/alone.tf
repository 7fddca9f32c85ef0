resource "aws_iam_user" "clinic" { # expect: fail
  name = "ann"
}
