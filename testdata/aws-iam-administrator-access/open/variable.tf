variable "arn" { type = string }

resource "aws_iam_role_policy_attachment" "clinic" {
  role       = "deploy"
  policy_arn = var.arn # expect: open
}
