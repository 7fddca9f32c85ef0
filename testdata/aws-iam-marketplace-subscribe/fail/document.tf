data "aws_iam_policy_document" "clinic" {
  statement {
    actions   = ["logs:PutLogEvents"]
    resources = ["arn:aws:logs:us-east-1:111122223333:log-group:portal:*"]
  }
  statement {
    actions   = ["aws-marketplace:Subscribe"] # expect: fail
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "clinic" {
  role   = "portal"
  policy = data.aws_iam_policy_document.clinic.json
}
