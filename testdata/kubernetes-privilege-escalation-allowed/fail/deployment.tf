resource "kubernetes_deployment_v1" "portal" {
  metadata {
    name = "portal"
  }
  spec {
    template {
      spec {
        container {
          name = "portal"
          security_context {
            allow_privilege_escalation = true # expect: fail
          }
        }
      }
    }
  }
}
