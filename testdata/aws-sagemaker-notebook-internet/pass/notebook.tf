resource "aws_sagemaker_notebook_instance" "cohorts" {
  name                   = "cohorts"
  subnet_id              = "subnet-0a1b2c3d"
  security_groups        = ["sg-0a1b2c3d"]
  direct_internet_access = "Disabled"
}
