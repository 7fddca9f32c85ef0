variable "choice" { type = string }

resource "aws_codebuild_project" "clinic" {
  name = "portal"
  source {
    type     = "GITHUB"
    location = var.choice # expect: open
  }
}
