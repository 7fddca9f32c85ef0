resource "kubernetes_deployment_v1" "dicom" {
  metadata {
    name = "dicom-receiver"
  }
  spec {
    template {
      spec {
        container {
          name = "receiver"
        }
      }
    }
  }
}
