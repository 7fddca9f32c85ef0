resource "kubernetes_pod" "worker" {
  metadata {
    name = "worker"
  }
  spec {
    container {
      name = "worker"
      security_context {
        read_only_root_filesystem = false # expect: fail
      }
    }
  }
}
