variable "encrypt" {
  type = bool
}

resource "aws_workspaces_workspace" "reception" {
  directory_id                   = "d-90670c1a2b"
  bundle_id                      = "wsb-1b5w6vnzg"
  user_name                      = "reception"
  root_volume_encryption_enabled = true
  user_volume_encryption_enabled = var.encrypt # expect: open
}
