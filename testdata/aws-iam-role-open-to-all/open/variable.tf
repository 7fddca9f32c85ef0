variable "who" { type = string }

resource "aws_iam_role" "clinic" {
  name = "export"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = var.who } # expect: open
    }]
  })
}
