resource "aws_emr_cluster" "clinic" { # expect: fail
  name          = "cohorts"
  release_label = "emr-7.5.0"
}
