variable "mode" { type = string }

resource "aws_mwaa_environment" "claims" {
  name                  = "claims"
  webserver_access_mode = var.mode # expect: open
}
