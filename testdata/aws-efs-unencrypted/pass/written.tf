variable "encrypt" {
  type    = bool
  default = true
}

resource "aws_efs_file_system" "uploads" {
  creation_token = "clinic-uploads"
  encrypted      = var.encrypt
}
