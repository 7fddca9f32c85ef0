resource "aws_s3_bucket" "clinic" {
  bucket = "clinic-scans"
}

data "aws_iam_policy_document" "clinic" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.clinic.arn}/*"]
    principals {
      type        = "*" # expect: fail
      identifiers = ["*"]
    }
  }
}

resource "aws_s3_bucket_policy" "clinic" {
  bucket = aws_s3_bucket.clinic.id
  policy = data.aws_iam_policy_document.clinic.json
}
