variable "key" {
  type = string
}

resource "aws_sagemaker_endpoint_configuration" "triage" {
  name        = "triage"
  kms_key_arn = var.key # expect: open

  production_variants {
    model_name    = "triage"
    instance_type = "ml.m5.large"
  }
}
