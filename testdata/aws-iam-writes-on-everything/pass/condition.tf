resource "aws_iam_policy" "clinic" {
  name = "portal"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "s3:DeleteObject"
      Resource  = "*"
      Condition = { StringEquals = { "aws:ResourceTag/team" = "portal" } }
    }]
  })
}
