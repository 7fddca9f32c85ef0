resource "aws_iam_policy" "clinic" {
  name = "portal"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "iam:PutRolePolicy"
      Resource  = "*"
      Condition = { StringEquals = { "aws:ResourceTag/team" = "portal" } }
    }]
  })
}
