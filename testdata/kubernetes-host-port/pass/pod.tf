resource "kubernetes_pod_v1" "hl7" {
  metadata {
    name = "hl7"
  }
  spec {
    container {
      name = "listener"
      port {
        container_port = 2575
      }
    }
  }
}
