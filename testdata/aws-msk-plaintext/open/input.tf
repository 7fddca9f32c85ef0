variable "clients" { type = string }

resource "aws_msk_cluster" "events" {
  cluster_name = "events"
  encryption_info {
    encryption_in_transit {
      client_broker = var.clients # expect: open
    }
  }
}
