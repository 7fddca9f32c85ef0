variable "password" {
  type = string
}

resource "aws_ssm_parameter" "password" {
  name  = "/clinic/database/password"
  type  = "SecureString"
  value = var.password
}

resource "aws_ssm_parameter" "host" {
  name  = "/clinic/database/host"
  type  = "String"
  value = "records.internal"
}
