resource "aws_sagemaker_data_quality_job_definition" "triage" { # expect: fail
  name     = "triage"
  role_arn = "arn:aws:iam::111122223333:role/sagemaker"

  job_resources {
    cluster_config {
      instance_count = 2
      instance_type  = "ml.m5.large"
    }
  }
}

resource "aws_sagemaker_data_quality_job_definition" "imaging" {
  name     = "imaging"
  role_arn = "arn:aws:iam::111122223333:role/sagemaker"

  job_resources {
    cluster_config {
      instance_count = 4
      instance_type  = "ml.m5.large"
    }
  }

  network_config {
    enable_inter_container_traffic_encryption = false # expect: fail
  }
}
