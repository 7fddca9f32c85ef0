resource "aws_msk_cluster" "both" {
  cluster_name = "events"
  encryption_info {
    encryption_in_transit {
      client_broker = "TLS_PLAINTEXT" # expect: fail
    }
  }
}

resource "aws_msk_cluster" "inside" {
  cluster_name = "events-2"
  encryption_info {
    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = false # expect: fail
    }
  }
}
