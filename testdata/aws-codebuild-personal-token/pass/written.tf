resource "aws_codebuild_source_credential" "clinic" {
  server_type = "GITHUB"
  token       = "from-a-secret"
  auth_type = "CODECONNECTIONS"
}
