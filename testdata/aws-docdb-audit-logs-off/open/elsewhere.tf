resource "aws_docdb_cluster" "clinic" {
  cluster_identifier              = "clinic"
  db_cluster_parameter_group_name = "of-the-dbas" # expect: open
  enabled_cloudwatch_logs_exports = ["audit"]
}
