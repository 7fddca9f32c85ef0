resource "aws_ecr_repository" "clinic" {
  name = "portal"
  image_scanning_configuration {
    scan_on_push = true
  }
}
