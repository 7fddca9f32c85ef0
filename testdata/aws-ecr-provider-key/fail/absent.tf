resource "aws_ecr_repository" "portal" {
  name = "clinic/portal"

  encryption_configuration { # expect: fail
    encryption_type = "KMS"
  }
}
