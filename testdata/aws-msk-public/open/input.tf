variable "access" { type = string }

resource "aws_msk_cluster" "events" {
  cluster_name = "events"
  broker_node_group_info {
    connectivity_info {
      public_access {
        type = var.access # expect: open
      }
    }
  }
}
