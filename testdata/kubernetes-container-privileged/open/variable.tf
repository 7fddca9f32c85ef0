variable "privileged" {
  type = bool
}

resource "kubernetes_deployment" "agent" {
  metadata {
    name = "agent"
  }
  spec {
    template {
      spec {
        container {
          name = "agent"
          security_context {
            privileged = var.privileged # expect: open
          }
        }
      }
    }
  }
}
