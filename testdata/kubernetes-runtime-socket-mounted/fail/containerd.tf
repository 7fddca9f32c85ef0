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
          name = "runtime"
          host_path {
            path = "/run/containerd/containerd.sock" # expect: fail
          }
        }
      }
    }
  }
}
