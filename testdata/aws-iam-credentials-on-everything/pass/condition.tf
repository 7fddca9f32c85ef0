resource "aws_iam_policy" "clinic" {
  name = "portal"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Resource  = "*"
      Condition = { StringEquals = { "aws:ResourceTag/team" = "portal" } }
    }]
  })
}
