resource "kubernetes_deployment" "mount" {
  metadata {
    name = "mount"
  }
  spec {
    template {
      spec {
        container {
          name = "mount"
          security_context {
            capabilities {
              add = ["SYS_ADMIN"] # expect: fail
            }
          }
        }
      }
    }
  }
}
