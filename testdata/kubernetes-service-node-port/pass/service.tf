resource "kubernetes_service_v1" "portal" {
  metadata {
    name = "portal"
  }
  spec {
    port {
      port = 8443
    }
  }
}
