resource "aws_iam_role_policy_attachment" "clinic" {
  role       = "deploy"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # expect: fail
}

resource "aws_iam_role" "clinic" {
  assume_role_policy  = "{}"
  managed_policy_arns = ["arn:aws:iam::aws:policy/IAMFullAccess"] # expect: fail
}

resource "aws_iam_policy_attachment" "clinic" {
  name       = "all"
  users      = ["ann"]
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # expect: fail
}
