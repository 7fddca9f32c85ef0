resource "aws_s3_bucket" "clinic" {
  bucket = "clinic-scans"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::clinic-scans/*" }] }) # expect: fail
}
