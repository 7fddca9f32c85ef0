resource "aws_sagemaker_model" "triage" {
  execution_role_arn       = "arn:aws:iam::123456789012:role/triage"
  enable_network_isolation = true
}
