resource "aws_iam_role_policy" "portal" {
  name = "portal"
  role = "portal"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["kms:Decrypt", "kms:DescribeKey"]
      Resource = "*" # expect: fail
    }]
  })
}

data "aws_iam_policy_document" "reports" {
  statement {
    actions   = ["kms:*"]
    resources = ["arn:aws:kms:us-east-1:111122223333:key/*"] # expect: fail
  }
}

resource "aws_iam_policy" "reports" {
  name   = "reports"
  policy = data.aws_iam_policy_document.reports.json
}
