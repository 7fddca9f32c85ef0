resource "kubernetes_service_v1" "portal" {
  metadata {
    name = "portal"
  }
  spec {
    type = "NodePort"
    port {
      port = 8443
    }
  }
}
