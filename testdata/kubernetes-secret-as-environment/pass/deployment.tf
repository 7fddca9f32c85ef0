resource "kubernetes_deployment_v1" "portal" {
  metadata {
    name = "portal"
  }
  spec {
    template {
      spec {
        container {
          name = "portal"
          env {
            name  = "LOG_LEVEL"
            value = "info"
          }
        }
      }
    }
  }
}
