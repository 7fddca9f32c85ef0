resource "aws_config_configuration_recorder_status" "clinic" {
  name = "clinic"
  is_enabled = false # expect: fail
}
