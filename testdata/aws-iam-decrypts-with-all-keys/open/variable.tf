variable "keys" {
  type = list(string)
}

resource "aws_iam_role_policy" "portal" {
  name = "portal"
  role = "portal"

  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = "kms:Decrypt"
      Resource = var.keys # expect: open
    }]
  })
}
