resource "kubernetes_daemon_set_v1" "agent" {
  metadata {
    name = "agent"
  }
  spec {
    template {
      spec {
        container {
          name = "agent"
        }
        volume {
          name = "work"
          empty_dir {}
        }
      }
    }
  }
}
