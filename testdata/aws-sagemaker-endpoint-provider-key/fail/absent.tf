resource "aws_sagemaker_endpoint_configuration" "triage" { # expect: fail
  name        = "triage"

  production_variants {
    model_name    = "triage"
    instance_type = "ml.m5.large"
  }
}
