resource "aws_emr_cluster" "none" { # expect: fail
  name = "cohorts"
}

resource "aws_emr_security_configuration" "rest" {
  name = "rest"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = true
      EnableInTransitEncryption = false # expect: fail
    }
  })
}

resource "aws_emr_cluster" "rest" {
  name                   = "cohorts-2"
  security_configuration = aws_emr_security_configuration.rest.name
}
