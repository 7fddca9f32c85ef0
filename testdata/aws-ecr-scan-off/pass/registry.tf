resource "aws_ecr_repository" "clinic" {
  name = "portal"
}

resource "aws_ecr_registry_scanning_configuration" "clinic" {
  scan_type = "ENHANCED"
}
