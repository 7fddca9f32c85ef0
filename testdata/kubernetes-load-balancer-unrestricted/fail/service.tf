resource "kubernetes_service_v1" "portal" {
  metadata {
    name = "portal"
  }
  spec { # expect: fail
    type = "LoadBalancer"
    port {
      port = 443
    }
  }
}
