resource "aws_ecr_repository" "portal" {
  name                 = "clinic/portal"
  image_tag_mutability = "IMMUTABLE"
}
