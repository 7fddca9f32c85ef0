variable "choice" { type = bool }

resource "aws_redshift_cluster" "clinic" {
  cluster_identifier = "clinic"
  allow_version_upgrade = var.choice # expect: open
}
