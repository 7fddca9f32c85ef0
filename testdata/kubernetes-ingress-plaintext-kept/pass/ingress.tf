resource "kubernetes_ingress_v1" "portal" {
  metadata {
    name = "portal"
  }
  spec {
    tls {
      hosts       = ["portal.clinic.example"]
      secret_name = "portal-tls"
    }
  }
}
