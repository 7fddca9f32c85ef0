resource "aws_ecr_repository_policy" "portal" {
  repository = "portal"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: fail
      Action    = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    }]
  })
}
