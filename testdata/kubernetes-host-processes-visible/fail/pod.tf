resource "kubernetes_pod_v1" "shell" {
  metadata {
    name = "shell"
  }
  spec {
    host_ipc = true # expect: fail
    container {
      name = "shell"
    }
  }
}
