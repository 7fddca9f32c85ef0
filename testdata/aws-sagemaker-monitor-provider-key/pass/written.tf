resource "aws_kms_key" "models" {
  description = "Models"
}

resource "aws_sagemaker_data_quality_job_definition" "triage" {
  name     = "triage"
  role_arn = "arn:aws:iam::111122223333:role/sagemaker"

  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 20
      volume_kms_key_id = aws_kms_key.models.arn
    }
  }
}
