resource "aws_iam_policy" "boundary" {
  name   = "boundary"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}

resource "aws_iam_role" "clinic" {
  name                 = "portal"
  assume_role_policy   = "{}"
  permissions_boundary = aws_iam_policy.boundary.arn
}

resource "aws_iam_policy" "clinic" {
  name   = "portal"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "s3:ListBucket", Resource = "*" } })
}
