variable "choice" { type = string }

resource "aws_sagemaker_notebook_instance" "clinic" {
  name          = "cohort"
  instance_type = "ml.t3.medium"
  root_access = var.choice # expect: open
}
