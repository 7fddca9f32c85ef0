resource "aws_iam_policy" "clinic" {
  name   = "portal"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = ["*"], Resource = ["*"] } }) # expect: fail
}
