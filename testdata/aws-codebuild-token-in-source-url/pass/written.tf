resource "aws_codebuild_project" "clinic" {
  name = "portal"
  source {
    type     = "GITHUB"
    location = "https://github.com/clinic/portal.git"
  }
}
