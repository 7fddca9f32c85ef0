resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_sagemaker_endpoint_configuration" "triage" {
  name        = "triage"
  kms_key_arn = aws_kms_key.clinic.arn

  production_variants {
    model_name    = "triage"
    instance_type = "ml.m5.large"
  }
}
