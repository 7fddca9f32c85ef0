resource "aws_iam_role" "clinic" {
  name               = "portal"
  assume_role_policy = "{}"
  inline_policy {
    name   = "portal"
    policy = jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect   = "Allow"
        Action   = ["iam:PutRolePolicy"] # expect: fail
        Resource = ["*"]
      }]
    })
  }
}
