resource "kubernetes_service_v1" "staff" {
  metadata {
    name = "staff"
  }
  spec {
    type                        = "LoadBalancer"
    load_balancer_source_ranges = ["198.51.100.0/24"]
    port {
      port = 443
    }
  }
}
