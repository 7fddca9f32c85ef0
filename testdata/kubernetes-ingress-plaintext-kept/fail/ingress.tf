resource "kubernetes_ingress_v1" "portal" {
  metadata {
    name = "portal"
    annotations = {
      "nginx.ingress.kubernetes.io/ssl-redirect" = "false" # expect: fail
    }
  }
  spec {
    tls {
      hosts       = ["portal.clinic.example"]
      secret_name = "portal-tls"
    }
  }
}
