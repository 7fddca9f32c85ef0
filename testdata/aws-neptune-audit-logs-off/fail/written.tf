resource "aws_neptune_cluster" "clinic" {
  cluster_identifier = "clinic"
  enable_cloudwatch_logs_exports = ["slowquery"] # expect: fail
}
