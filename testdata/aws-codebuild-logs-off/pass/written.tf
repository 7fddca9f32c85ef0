resource "aws_codebuild_project" "clinic" {
  name = "portal"
  logs_config {
    cloudwatch_logs {
      status = "ENABLED"
    }
  }
}
