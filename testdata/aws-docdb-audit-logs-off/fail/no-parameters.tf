resource "aws_docdb_cluster" "clinic" { # expect: fail
  cluster_identifier              = "clinic"
  enabled_cloudwatch_logs_exports = ["audit"]
}
