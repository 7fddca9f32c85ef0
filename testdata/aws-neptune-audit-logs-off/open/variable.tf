variable "choice" { type = list(string) }

resource "aws_neptune_cluster" "clinic" {
  cluster_identifier = "clinic"
  enable_cloudwatch_logs_exports = var.choice # expect: open
}
