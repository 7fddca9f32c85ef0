resource "kubernetes_network_policy_v1" "ingress" {
  metadata {
    name      = "ingress"
    namespace = "clinic"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress"]
    ingress {
      from {
        namespace_selector {
          match_labels = { name = "ingress-nginx" }
        }
      }
    }
  }
}
