resource "aws_iam_user_policy_attachment" "clinic" { # expect: fail
  user       = "ann"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_policy_attachment" "clinic" {
  name       = "readers"
  users      = ["ann"] # expect: fail
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
