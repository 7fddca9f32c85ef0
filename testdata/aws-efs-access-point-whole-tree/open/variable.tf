variable "choice" { type = string }

resource "aws_efs_access_point" "clinic" {
  file_system_id = "fs-01"
  root_directory {
    path = var.choice # expect: open
  }
}
