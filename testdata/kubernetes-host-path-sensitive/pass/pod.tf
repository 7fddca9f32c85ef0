resource "kubernetes_pod" "debug" {
  metadata {
    name = "debug"
  }
  spec {
    container {
      name = "debug"
    }
    volume {
      name = "work"
      empty_dir {}
    }
  }
}
