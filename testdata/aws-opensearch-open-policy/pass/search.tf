resource "aws_opensearch_domain" "role" {
  domain_name = "notes"
  access_policies = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:role/search" }
      Action    = "es:ESHttp*"
      Resource  = "*"
    }]
  })
}

resource "aws_opensearch_domain" "inner" {
  domain_name = "notes-2"
  vpc_options {
    subnet_ids = ["subnet-0a1b2c3d"]
  }
  access_policies = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "es:*", Resource = "*" }]
  })
}

resource "aws_opensearch_domain" "office" {
  domain_name = "notes-3"
  access_policies = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "es:*"
      Resource  = "*"
      Condition = { IpAddress = { "aws:SourceIp" = ["203.0.113.8/32"] } }
    }]
  })
}
