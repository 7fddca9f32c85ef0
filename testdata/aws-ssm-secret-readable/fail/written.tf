variable "password" {
  type = string
}

resource "aws_ssm_parameter" "password" {
  name  = "/clinic/database/password"
  type  = "String" # expect: fail
  value = var.password
}
