resource "kubernetes_service" "portal" {
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
