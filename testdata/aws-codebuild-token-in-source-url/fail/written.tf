resource "aws_codebuild_project" "clinic" {
  name = "portal"
  source {
    type     = "GITHUB"
    location = "https://build:s3cret-word@github.com/clinic/portal.git" # expect: fail
  }
}
