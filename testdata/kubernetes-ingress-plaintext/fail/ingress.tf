resource "kubernetes_ingress_v1" "portal" {
  metadata {
    name = "portal"
  }
  spec { # expect: fail
    rule {
      host = "portal.clinic.example"
    }
  }
}
