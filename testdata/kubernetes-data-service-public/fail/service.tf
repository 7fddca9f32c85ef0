resource "kubernetes_service_v1" "hl7" {
  metadata {
    name = "hl7"
  }
  spec {
    type = "LoadBalancer"
    port {
      port = 2575 # expect: fail
    }
  }
}
