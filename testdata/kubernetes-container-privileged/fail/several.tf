resource "kubernetes_daemonset" "agent" {
  count = 0
  metadata {
    name = "agent"
  }
  spec {
    template {
      spec {
        container {
          name = "agent"
          security_context {
            privileged = true
          }
        }
      }
    }
  }
}

locals {
  rights = { privileged = true } # the value
}

resource "kubernetes_pod" "import" {
  metadata {
    name = "import"
  }
  spec {
    container {
      name = "import"
      security_context {
        privileged = local.rights.privileged # expect: fail
      }
    }
  }
}
