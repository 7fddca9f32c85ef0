resource "aws_msk_cluster" "events" {
  cluster_name = "clinic-events"

  encryption_info { # expect: fail
  }
}
