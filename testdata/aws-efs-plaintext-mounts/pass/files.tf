resource "aws_efs_file_system" "scans" {
  creation_token = "scans"
}

data "aws_iam_policy_document" "tls" {
  statement {
    effect = "Deny"
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    actions   = ["*"]
    resources = [aws_efs_file_system.scans.arn]
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_efs_file_system_policy" "scans" {
  file_system_id = aws_efs_file_system.scans.id
  policy         = data.aws_iam_policy_document.tls.json
}
