variable "type" {
  type = string
}

resource "aws_ssm_parameter" "password" {
  name  = "/clinic/database/password"
  type  = var.type # expect: open
  value = "x"
}
