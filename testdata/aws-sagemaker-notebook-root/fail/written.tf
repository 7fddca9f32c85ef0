resource "aws_sagemaker_notebook_instance" "clinic" {
  name          = "cohort"
  instance_type = "ml.t3.medium"
  root_access = "Enabled" # expect: fail
}
