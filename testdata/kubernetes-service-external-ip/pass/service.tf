resource "kubernetes_service" "portal" {
  metadata {
    name = "portal"
  }
  spec {
    port {
      port = 443
    }
  }
}
