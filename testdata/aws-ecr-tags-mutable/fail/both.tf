resource "aws_ecr_repository" "portal" { # expect: fail
  name = "clinic/portal"
}

resource "aws_ecr_repository" "api" {
  name                 = "clinic/api"
  image_tag_mutability = "MUTABLE" # expect: fail
}
