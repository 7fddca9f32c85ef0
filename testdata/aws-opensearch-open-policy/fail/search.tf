resource "aws_opensearch_domain" "inline" {
  domain_name = "notes"
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" } # expect: fail
      Action    = "es:*"
      Resource  = "*"
    }]
  })
}

resource "aws_opensearch_domain" "separate" {
  domain_name = "notes-2"
}

data "aws_iam_policy_document" "open" {
  statement {
    actions   = ["es:*"]
    resources = ["${aws_opensearch_domain.separate.arn}/*"]
    principals {
      type        = "*" # expect: fail
      identifiers = ["*"]
    }
    condition {
      test     = "IpAddress"
      variable = "aws:SourceIp"
      values   = ["0.0.0.0/0"]
    }
  }
}

resource "aws_opensearch_domain_policy" "separate" {
  domain_name     = aws_opensearch_domain.separate.domain_name
  access_policies = data.aws_iam_policy_document.open.json
}
