resource "kubernetes_network_policy_v1" "all" {
  metadata {
    name      = "all"
    namespace = "clinic"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress"]
    ingress {} # expect: fail
  }
}
