resource "kubernetes_service_v1" "emr" {
  metadata {
    name = "emr-database"
  }
  spec {
    type = "NodePort"
    port {
      port = 5432 # expect: fail
    }
  }
}
