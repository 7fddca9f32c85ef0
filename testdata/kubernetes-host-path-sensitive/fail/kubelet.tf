resource "kubernetes_pod" "debug" {
  metadata {
    name = "debug"
  }
  spec {
    container {
      name = "debug"
    }
    volume {
      name = "kubelet"
      host_path {
        path = "/var/lib/kubelet" # expect: fail
      }
    }
  }
}
