resource "aws_sagemaker_data_quality_job_definition" "triage" {
  name     = "triage"
  role_arn = "arn:aws:iam::111122223333:role/sagemaker"

  job_resources {
    cluster_config {
      instance_count = 2
    }
  }

  network_config {
    enable_inter_container_traffic_encryption = true
  }
}
