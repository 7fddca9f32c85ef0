resource "aws_codebuild_project" "clinic" {
  name = "portal"
}
