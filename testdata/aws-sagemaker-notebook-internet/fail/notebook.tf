resource "aws_sagemaker_notebook_instance" "absent" { # expect: fail
  name = "cohorts"
}

resource "aws_sagemaker_notebook_instance" "written" {
  name                   = "cohorts-2"
  direct_internet_access = "Enabled" # expect: fail
}
