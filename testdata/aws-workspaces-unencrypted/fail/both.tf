resource "aws_workspaces_workspace" "reception" { # expect: fail
  directory_id = "d-90670c1a2b"
  bundle_id    = "wsb-1b5w6vnzg"
  user_name    = "reception"
}

resource "aws_workspaces_workspace" "billing" {
  directory_id                   = "d-90670c1a2b"
  bundle_id                      = "wsb-1b5w6vnzg"
  user_name                      = "billing"
  root_volume_encryption_enabled = true
  user_volume_encryption_enabled = false # expect: fail
  volume_encryption_key          = "alias/aws/workspaces"
}
