resource "kubernetes_service_v1" "portal" {
  metadata {
    name = "portal"
  }
  spec {
    type = "LoadBalancer"
    port {
      port = 443
    }
  }
}
