resource "kubernetes_deployment_v1" "portal" {
  metadata {
    name = "portal"
  }
  spec {
    template {
      spec {
        container { # expect: fail
          name = "portal"
        }
      }
    }
  }
}
