resource "kubernetes_service" "portal" {
  metadata {
    name = "portal"
  }
  spec {
    type = "LoadBalancer"
    port {
      port        = 80 # expect: fail
      target_port = 8080
    }
  }
}
