resource "kubernetes_deployment_v1" "portal" {
  metadata {
    name = "portal"
  }
  spec {
    template {
      spec {
        container {
          name = "portal"
          env {
            name = "DB_PASSWORD"
            value_from {
              secret_key_ref { # expect: fail
                name = "emr-database"
                key  = "password"
              }
            }
          }
        }
      }
    }
  }
}
