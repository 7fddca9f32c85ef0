resource "kubernetes_role_binding" "readers" {
  metadata {
    name      = "readers"
    namespace = "clinic"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = "reader"
  }
  subject {
    kind      = "ServiceAccount"
    name      = "default" # expect: fail
    namespace = "clinic"
  }
}
