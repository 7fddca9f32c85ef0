resource "aws_iam_openid_connect_provider" "clinic" {
  url = "https://token.actions.githubusercontent.com"
}

data "aws_iam_policy_document" "clinic" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.clinic.arn]
    }
    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:clinic/portal:*"]
    }
  }
}

resource "aws_iam_role" "clinic" {
  assume_role_policy = data.aws_iam_policy_document.clinic.json
}
