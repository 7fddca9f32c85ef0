resource "aws_sagemaker_notebook_instance" "clinic" { # expect: fail
  name          = "cohort"
  instance_type = "ml.t3.medium"
}
