resource "aws_iam_user_login_profile" "clinic" { # expect: fail
  user = "ann"
}
