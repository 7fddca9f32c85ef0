resource "aws_sagemaker_notebook_instance" "cohorts" { # expect: fail
  name = "cohorts"
}
