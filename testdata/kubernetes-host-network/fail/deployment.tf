resource "kubernetes_deployment_v1" "dicom" {
  metadata {
    name = "dicom-receiver"
  }
  spec {
    template {
      spec {
        host_network = true # expect: fail
        container {
          name = "receiver"
        }
      }
    }
  }
}
