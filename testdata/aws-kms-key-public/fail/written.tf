resource "aws_kms_key" "records" {
  description = "Records"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Everyone"
      Effect    = "Allow"
      Principal = { AWS = "*" } # expect: fail
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

data "aws_iam_policy_document" "letters" {
  statement {
    actions   = ["kms:Decrypt", "kms:DescribeKey"]
    resources = ["*"]

    principals {
      type        = "*" # expect: fail
      identifiers = ["*"]
    }
  }
}

resource "aws_kms_key_policy" "letters" {
  key_id = "1a2b3c4d-0000-1111-2222-333344445555"
  policy = data.aws_iam_policy_document.letters.json
}
