resource "kubernetes_network_policy" "portal" {
  metadata {
    name = "portal"
  }
  spec {
    pod_selector {
      match_labels = { app = "portal" }
    }
    policy_types = ["Ingress"]
    ingress {
      from {
        ip_block {
          cidr = "0.0.0.0/0" # expect: fail
        }
      }
    }
  }
}
