variable "choice" { type = string }

resource "aws_codebuild_project" "clinic" {
  name = "portal"
  logs_config {
    cloudwatch_logs {
      status = var.choice # expect: open
    }
  }
}
