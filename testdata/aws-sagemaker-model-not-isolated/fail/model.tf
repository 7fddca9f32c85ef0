resource "aws_sagemaker_model" "absent" { # expect: fail
  execution_role_arn = "arn:aws:iam::123456789012:role/triage"
}

resource "aws_sagemaker_model" "off" {
  execution_role_arn       = "arn:aws:iam::123456789012:role/triage"
  enable_network_isolation = false # expect: fail
}
