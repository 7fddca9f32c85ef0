resource "aws_iam_user" "clinic" {
  name = "ann"
}

resource "aws_iam_user_login_profile" "clinic" { # expect: fail
  user = aws_iam_user.clinic.name
}
