resource "kubernetes_pod_v1" "import" {
  metadata {
    name = "import"
  }
  spec {
    container {
      name  = "import"
      image = "registry.clinic.example/import:1.0.0"
      security_context {
        privileged = false
      }
    }
  }
}
