variable "policy" { type = string }

resource "aws_ecr_repository_policy" "portal" {
  repository = "portal"
  policy     = var.policy # expect: open
}
