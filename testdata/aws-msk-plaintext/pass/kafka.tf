resource "aws_msk_cluster" "default" {
  cluster_name = "events"
}

resource "aws_msk_cluster" "written" {
  cluster_name = "events-2"
  encryption_info {
    encryption_in_transit {
      client_broker = "TLS"
    }
  }
}
