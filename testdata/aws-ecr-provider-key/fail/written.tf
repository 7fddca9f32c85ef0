resource "aws_ecr_repository" "portal" {
  name = "clinic/portal"

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = "alias/aws/ecr" # expect: fail
  }
}
