resource "aws_emr_cluster" "claims" { # expect: fail
  name          = "claims"
  release_label = "emr-7.5.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
}

resource "aws_emr_cluster" "empty" {
  name                   = "empty"
  release_label          = "emr-7.5.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  security_configuration = "" # expect: fail
}
