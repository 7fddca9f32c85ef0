resource "kubernetes_service" "portal" {
  metadata {
    name = "portal"
  }
  spec {
    external_ips = ["198.51.100.32"] # expect: fail
    port {
      port = 443
    }
  }
}
