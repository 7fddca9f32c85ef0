variable "choice" { type = bool }

resource "aws_config_configuration_recorder_status" "clinic" {
  name = "clinic"
  is_enabled = var.choice # expect: open
}
