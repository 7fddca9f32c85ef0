resource "kubernetes_deployment_v1" "lab_results" {
  metadata {
    name = "lab-results"
  }
  spec {
    template {
      metadata {
        labels = { app = "lab-results" }
      }
      spec {
        container {
          name  = "api"
          image = "registry.clinic.example/lab-results:4.2.0"
          security_context {
            privileged = true # expect: fail
          }
        }
      }
    }
  }
}
