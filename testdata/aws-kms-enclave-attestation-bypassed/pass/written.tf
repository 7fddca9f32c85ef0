resource "aws_kms_key" "genomes" {
  policy = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/enclave" }
        Action    = "kms:Decrypt"
        Resource  = "*"
        Condition = {
          StringEqualsIgnoreCase = { "kms:RecipientAttestation:ImageSha384" = "9fedcba8abcdef7abcdef6abcdef5abcdef4abcdef3abcdef2" }
        }
      },
    ]
  })
}
