resource "aws_sagemaker_notebook_instance" "cohorts" {
  name      = "cohorts"
  subnet_id = "subnet-0a1b2c3d"
}
