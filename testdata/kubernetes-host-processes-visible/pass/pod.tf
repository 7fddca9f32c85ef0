resource "kubernetes_pod_v1" "shell" {
  metadata {
    name = "shell"
  }
  spec {
    container {
      name = "shell"
    }
  }
}
