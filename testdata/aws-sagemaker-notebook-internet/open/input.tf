variable "internet" { type = string }

resource "aws_sagemaker_notebook_instance" "cohorts" {
  name                   = "cohorts"
  direct_internet_access = var.internet # expect: open
}
