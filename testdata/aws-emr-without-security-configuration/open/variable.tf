variable "security_configuration" {
  type = string
}

resource "aws_emr_cluster" "claims" {
  name                   = "claims"
  release_label          = "emr-7.5.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  security_configuration = var.security_configuration # expect: open
}
