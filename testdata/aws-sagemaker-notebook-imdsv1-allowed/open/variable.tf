variable "choice" { type = string }

resource "aws_sagemaker_notebook_instance" "clinic" {
  name          = "cohort"
  instance_type = "ml.t3.medium"
  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = var.choice # expect: open
  }
}
