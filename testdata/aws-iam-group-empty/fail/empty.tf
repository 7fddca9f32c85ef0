resource "aws_iam_group" "clinic" { # expect: fail
  name = "nurses"
}
