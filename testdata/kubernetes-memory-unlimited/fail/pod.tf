resource "kubernetes_pod_v1" "import" {
  metadata {
    name = "import"
  }
  spec {
    container { # expect: fail
      name  = "import"
      image = "registry.clinic.example/import:1.4.2"
    }
  }
}
