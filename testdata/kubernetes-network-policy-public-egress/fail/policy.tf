resource "kubernetes_network_policy" "portal" {
  metadata {
    name = "portal"
  }
  spec {
    pod_selector {}
    policy_types = ["Egress"]
    egress {
      to {
        ip_block {
          cidr = "0.0.0.0/0" # expect: fail
        }
      }
    }
  }
}
