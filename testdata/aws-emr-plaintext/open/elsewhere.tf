resource "aws_emr_cluster" "cohorts" {
  name                   = "cohorts"
  security_configuration = "made-elsewhere" # expect: open
}
