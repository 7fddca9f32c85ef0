variable "choice" { type = bool }

resource "aws_neptune_cluster" "clinic" {
  cluster_identifier = "clinic"
  iam_database_authentication_enabled = var.choice # expect: open
}
